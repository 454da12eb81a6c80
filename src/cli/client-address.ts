import { BlockList, isIP } from 'node:net'

/**
 * The address that a request came from: the socket's, or what the nearest untrusted hop was, as trusted proxies report it in
 * `X-Forwarded-For`.
 *
 * @param trusted addresses or CIDR ranges of proxies, as the configuration has checked them.
 */
export function clientAddress(
  trusted: readonly string[],
): (socket: string, forwardedFor: string | null) => string {
  const proxies = blockList(trusted)
  const isTrusted = (address: string): boolean =>
    trusted.length > 0 &&
    isIP(address) !== 0 &&
    proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (socket, forwardedFor) => {
    const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), plain(socket)]
    return hops.findLast((hop, n) => n === 0 || !isTrusted(hop)) || plain(socket)
  }
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const [type, all] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const)
    list.addSubnet(address, Number(bits ?? all), type)
  }
  return list
}

/** IPv4 addresses that a dual-stack socket wraps are themselves again. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
