/**
 * Where attempts are counted together: an IPv4 address, and of an IPv6 address the first 64 bits, since whoever has one has all that
 * begin so. A port that a proxy has left on it does not count.
 *
 * @returns the text as it is where it is no address.
 */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .toLowerCase()
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(bare)?.[1]
  if (v4 !== undefined) return v4
  if (!/^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/.test(bare)) return address
  const [head = '', tail] = bare.split('::')
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  const gap = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const [a, b, c, d] = [...before, ...gap, ...after].map((each) => parseInt(each, 16).toString(16))
  return `${a}:${b}:${c}:${d}::/64`
}

/** An IPv4 address at the end stands for two groups, and never within the first four. */
function groupsOf(text: string): readonly string[] {
  return text === ''
    ? []
    : text.split(':').flatMap((each) => (each.includes('.') ? ['0', '0'] : [each]))
}
