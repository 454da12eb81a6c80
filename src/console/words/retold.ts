/** A sentence in other words, by the first pattern that it has; one that nothing is known of stays. */
export function retold(
  sentence: string,
  known: readonly (readonly [pattern: RegExp, words: string])[],
): string {
  const found = known.find(([pattern]) => pattern.test(sentence))
  return found === undefined ? sentence : sentence.replace(found[0], found[1])
}
