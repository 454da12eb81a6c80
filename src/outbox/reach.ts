import ipaddr from 'ipaddr.js'

/** What webhooks may reach beside public addresses: hosts by name, and ranges of addresses. */
export interface Reach {
  /** Whether this address may be connected to. Addresses that are no address may not. */
  readonly address: (address: string) => boolean
  /** Whether a host was allowed by its name, whatever its addresses are. */
  readonly host: (host: string) => boolean
  /** Whether an address on the web may be sent to, as far as that can be told without looking its host up. */
  readonly url: (url: URL) => 'yes' | 'not-encrypted' | 'private-address'
}

/**
 * Public addresses, and what the operator has allowed beside them: nobody reaches the vendor's own network by naming a webhook.
 *
 * @param allowed host names, addresses and CIDR ranges, as the configuration has checked them.
 */
export function reachOf(allowed: readonly string[]): Reach {
  const ranges = allowed.filter(isRange).map(rangeOf)
  const names = new Set(allowed.filter((each) => !isRange(each)).map((each) => each.toLowerCase()))
  const isAllowed = (text: string): boolean =>
    ranges.some(([net, bits]) => {
      const address = ipaddr.process(text)
      return address.kind() === net.kind() && address.match(net, bits)
    })
  const address = (text: string): boolean =>
    ipaddr.isValid(text) && (isPublic(text) || isAllowed(text))
  const host = (name: string): boolean => names.has(bare(name))
  const isOpen = (name: string): boolean =>
    host(name) || (ipaddr.isValid(bare(name)) && isAllowed(bare(name)))
  return {
    address,
    host,
    url: ({ protocol, hostname }) => {
      if (isOpen(hostname)) return 'yes'
      const name = bare(hostname)
      const isOwn = ipaddr.isValid(name) ? !address(name) : /^(.+\.)?localhost$/.test(name)
      if (isOwn) return 'private-address'
      return protocol === 'https:' ? 'yes' : 'not-encrypted'
    },
  }
}

/** An address or a range, and no name. */
function isRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}

type Net = ReturnType<typeof ipaddr.process>

function rangeOf(text: string): readonly [net: Net, bits: number] {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const net = ipaddr.process(text)
  return [net, net.kind() === 'ipv6' ? 128 : 32]
}

/** As a URL writes it: an IPv6 address in brackets, a name perhaps with the root's dot. */
function bare(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

/** Azure's machines are told their secrets by this one. */
const metadata = '168.63.129.16'

/**
 * Whether an address is one of the public Internet: not this machine's or its network's, not one that leads there by translation, nor
 * one that is set aside for something else.
 */
function isPublic(text: string): boolean {
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast' || address.toString() === metadata) return false
  // Of IPv6, all that was given out so far (RFC 3513, section 4).
  return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3'))
}
