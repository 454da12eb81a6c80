/**
 * The one text that a plain JSON value has: members sorted by UTF-16 code unit, no spaces, numbers and strings as ECMAScript
 * writes them.
 *
 * @throws TypeError if the value is not plain JSON: `undefined`, a number that is not finite, a lone surrogate, a `Date`.
 * @see RFC 8785
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`
  if (isPlain(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${text(name)}:${canonical(value[name])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`only plain JSON has a canonical form, and this is ${kindOf(value)}`)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form')
  return JSON.stringify(value)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value
}
