/**
 * The forms that sources give nearly always, recognised without a regular expression: a million rows have many
 * millions of values, and each of them is checked.
 */
const zero = 48
const minus = 45
const point = 46

function isDigit(code: number): boolean {
  return code >= zero && code <= 57
}

/** Two digits as a number; NaN if they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero
  const ones = text.charCodeAt(at + 1) - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether `YYYY-MM-DD`, a real day of the years 1 to 9999, stands at the text's beginning. */
export function startsWithDay(text: string): boolean {
  const year = pair(text, 0) * 100 + pair(text, 2)
  const month = pair(text, 5)
  const day = pair(text, 8)
  if (text.charCodeAt(4) !== minus || text.charCodeAt(7) !== minus || !(year >= 1)) return false
  if (!(day >= 1 && month >= 1 && month <= 12)) return false
  if (day <= 28) return true
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= lengths[month - 1]! + (leap ? 1 : 0)
}

/** Whether this is an instant in UTC as `Date` writes it, or with another number of digits, up to six. */
export function isUtcInstant(text: string): boolean {
  const last = text.length - 1
  if (last < 19 || last > 26 || text.charCodeAt(last) !== 90 || text.charCodeAt(10) !== 84)
    return false
  if (!startsWithDay(text) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false
  if (!(pair(text, 11) < 24 && pair(text, 14) < 60 && pair(text, 17) < 60)) return false
  if (last === 19) return true
  if (text.charCodeAt(19) !== point || last === 20) return false
  for (let i = 20; i < last; i++) if (!isDigit(text.charCodeAt(i))) return false
  return true
}

/** Whether this is an integer in digits, at most forty of them. */
export function isDigits(text: string): boolean {
  const start = text.charCodeAt(0) === minus ? 1 : 0
  if (text.length === start || text.length > 40) return false
  for (let i = start; i < text.length; i++) if (!isDigit(text.charCodeAt(i))) return false
  return true
}

/** Whether this is a decimal in its one form: `scale` digits after the point, no needless zero, no plus, no minus zero. */
export function isDecimal(text: string, precision: number, scale: number): boolean {
  const isNegative = text.charCodeAt(0) === minus
  const start = isNegative ? 1 : 0
  const end = scale === 0 ? text.length : text.length - scale - 1
  const whole = end - start
  if (whole < 1 || (text.charCodeAt(start) === zero && whole > 1)) return false
  if (whole > precision - scale && text.charCodeAt(start) !== zero) return false
  if (scale > 0 && text.charCodeAt(end) !== point) return false
  let isZero = true
  for (let i = start; i < text.length; i++) {
    if (i === end) continue
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return false
    if (code !== zero) isZero = false
  }
  return !(isNegative && isZero)
}
