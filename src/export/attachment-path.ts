/**
 * A path below `data/files/` that unpacks on every system to where it says, and nowhere else.
 *
 * @throws Error if it leads outside, or a system cannot hold it.
 */
export function attachmentPath(path: string, taken: Set<string>): string {
  const folded = path.normalize('NFC').toLowerCase()
  const parts = path.split('/')
  const isPlain = parts.every(
    (part) =>
      part.trim() !== '' && part.isWellFormed() && !/^\.\.?$|[\p{Cc}\\:*?"<>|]|[. ]$/u.test(part),
  )
  if (!isPlain || path.length > 1000)
    throw new Error(`the attachment ${JSON.stringify(path)}: a path has "/" between plain names`)
  if (taken.has(folded)) throw new Error(`the attachment ${JSON.stringify(path)} is there twice`)
  taken.add(folded)
  return `data/files/${path}`
}
