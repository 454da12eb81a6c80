import { expect, test } from 'vitest'
import { reachOf } from '../../src/outbox/reach.ts'

const none = reachOf([])

test.each([
  ['8.8.8.8', 'a public address'],
  ['2606:4700::1111', 'a public address'],
])('%s, %s, is reached', (address) => {
  expect(none.address(address)).toBe(true)
})

test.each([
  ['127.0.0.1', 'this machine'],
  ['0.0.0.0', 'this machine'],
  ['::1', 'this machine'],
  ['::', 'this machine'],
  ['10.1.2.3', 'a private network'],
  ['172.16.0.1', 'a private network'],
  ['192.168.1.1', 'a private network'],
  ['100.64.0.1', 'a carrier’s network'],
  ['169.254.169.254', 'a cloud’s secrets'],
  ['168.63.129.16', 'a cloud’s secrets'],
  ['fd00:ec2::254', 'a cloud’s secrets'],
  ['fe80::1', 'the own link'],
  ['fe80::1%eth0', 'the own link'],
  ['fc00::1', 'a private network'],
  ['fec0::1', 'a private network'],
  ['::ffff:10.0.0.1', 'a private network, written as IPv6'],
  ['::7f00:1', 'this machine, written as IPv6'],
  ['64:ff9b::a00:1', 'a private network, by translation'],
  ['2002:a00:1::', 'a private network, by a tunnel'],
  ['2001::1', 'a tunnel'],
  ['224.0.0.1', 'a group'],
  ['ff02::1', 'a group'],
  ['255.255.255.255', 'everybody'],
  ['198.18.0.1', 'measurements'],
  ['192.0.2.1', 'examples'],
  ['4000::1', 'nobody yet'],
  ['hooks.example.com', 'no address'],
  ['', 'no address'],
])('%s, %s, is not reached', (address) => {
  expect(none.address(address)).toBe(false)
})

test('what the operator allows is reached: addresses, ranges and hosts by name', () => {
  const reach = reachOf(['10.0.0.0/8', '::1', 'Hooks.Internal'])
  expect(['10.9.9.9', '::ffff:10.9.9.9', '::1'].map(reach.address)).toEqual([true, true, true])
  expect(['11.0.0.1', '127.0.0.1', '192.168.0.1'].map(reach.address)).toEqual([true, false, false])
  expect([reach.host('hooks.internal'), reach.host('hooks.internal.example.com')]).toEqual([
    true,
    false,
  ])
})

test.each([
  ['https://hooks.example.com/a', 'yes'],
  ['https://8.8.8.8/', 'yes'],
  ['http://hooks.example.com/', 'not-encrypted'],
  ['http://hooks.internal:8080/', 'yes'],
  ['http://10.1.1.1/', 'yes'],
  ['https://192.168.1.1/', 'private-address'],
  ['https://2130706433/', 'private-address'],
  ['https://0x7f.1/', 'private-address'],
  ['https://[::1]/', 'private-address'],
  ['https://localhost/', 'private-address'],
  ['https://localhost./', 'private-address'],
  ['https://app.localhost/', 'private-address'],
] as const)('a webhook at %s: %s', (url, verdict) => {
  expect(reachOf(['10.0.0.0/8', 'hooks.internal']).url(new URL(url))).toBe(verdict)
})
