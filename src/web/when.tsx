/** A sentence about a day, set large: no line ends between its weekday, its number and its month. */
export function When({ text }: { readonly text: string }) {
  const parts = text.split(/((?:\p{Lu}\p{L}{1,2} )?(?<!\d)\d{1,2}\.? \p{L}+)/u)
  return (
    <p class="when">
      {parts.map((part, n) => (n % 2 === 1 ? <span class="nowrap">{part}</span> : part))}
    </p>
  )
}
