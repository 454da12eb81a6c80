/** Whether PostgreSQL and JSON can both keep a text: no NUL, no half of a surrogate pair. */
export function isKeepable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed()
}
