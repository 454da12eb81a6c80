/** A box to tick, with what it means. */
export function Tick({
  name,
  label,
  hint,
  checked,
  isCode = false,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  /** A name for machines. */
  readonly isCode?: boolean
}) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="yes" checked={checked} />
      <span>
        {isCode ? <code>{label}</code> : label}
        {hint !== undefined && <span class="quiet small"> {hint}</span>}
      </span>
    </label>
  )
}
