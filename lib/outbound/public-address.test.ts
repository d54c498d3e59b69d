import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.128.0.1', '2606:4700::1111'])(
  '%s is on the open internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  ['this machine', '127.0.0.1', '127.8.9.1', '::1', '0.0.0.0', '0.1.2.3', '::'],
  [
    'a private network',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    'fc00::1',
    'fd12:3456::1',
    'fec0::1',
  ],
  ['the link itself, where clouds keep their secrets', '169.254.169.254', 'fe80::1', 'fe80::1%eth0'],
  ['the network of an operator', '100.64.0.1', '100.127.255.255'],
  ['many at once', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  [
    'IPv4 inside IPv6',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
  ],
  ['for examples and tests', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1'],
  ['nobody has been given', '240.0.0.1', '192.0.0.8', '4000::1', '100::1'],
  ['this machine in other numbers', '2130706433', '0177.0.0.1', '0x7f.1', '127.1', '0'],
  ['no address', '', 'localhost', 'example.org', '1.2.3.4.5', '300.1.1.1'],
])('%s is not', (_what, ...addresses) => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(false)
})
