import { expect, test } from 'vitest'
import { countryOf, dialledNumber, formatPhone, internationalNumber, telHref } from './phone.ts'

const stockholm = 'Europe/Stockholm'

test.each([
  ['070-174 06 12', stockholm, 'tel:+46701740612'],
  ['08-465 004 30', stockholm, 'tel:+46846500430'],
  ['08-465 004 30 (växel)', stockholm, 'tel:+46846500430'],
  ['Tfn: 08-465 004 30', stockholm, 'tel:+46846500430'],
  ['+46 70 174 06 12', stockholm, 'tel:+46701740612'],
  ['+46 (0)8 465 004 30', stockholm, 'tel:+46846500430'],
  ['0046 8 465 004 30', stockholm, 'tel:+46846500430'],
  ['0044 20 7946 0000', stockholm, 'tel:+442079460000'],
  ['+358 9 123 456', stockholm, 'tel:+3589123456'],
  ['070-174 06 12 eller 08-465 004 30', stockholm, 'tel:+46701740612'],
  ['08-465 004 30 ankn 12', stockholm, 'tel:+46846500430;ext=12'],
  ['08-465 004 30, anknytning 12', stockholm, 'tel:+46846500430;ext=12'],
  ['08-465 004 30 ext. 12', stockholm, 'tel:+46846500430;ext=12'],
  ['112', stockholm, 'tel:112'],
  ['114 14', stockholm, 'tel:11414'],
  ['09 123 456', 'Europe/Helsinki', 'tel:+3589123456'],
  ['22 00 00 00', 'Europe/Oslo', 'tel:+4722000000'],
  ['06 6982 0000', 'Europe/Rome', 'tel:+390669820000'],
  ['(212) 555-0123', 'America/New_York', 'tel:+12125550123'],
  ['09 123 456', 'UTC', 'tel:09123456'],
  ['+46 70 174 06 12', 'UTC', 'tel:+46701740612'],
  ['fråga i växeln', stockholm, undefined],
])('%s in %s dials %s', (phone, timeZone, href) => {
  expect(telHref(phone, timeZone)).toBe(href)
})

test('an address book dials an extension after a while', () => {
  expect(dialledNumber('08-465 004 30 ankn 12', stockholm)).toBe('+46846500430,12')
  expect(dialledNumber('070-174 06 12', stockholm)).toBe('+46701740612')
})

test('programs are told the country', () => {
  expect(internationalNumber('070-174 06 12', stockholm)).toBe('+46 70 174 06 12')
  expect(internationalNumber(' 112 ', stockholm)).toBe('112')
})

test('readers at home see a number as it was written, and nobody sees one broken in two', () => {
  expect(formatPhone('070-174 06 12', 'sv', stockholm)).toBe('070-174\u00a006\u00a012')
  expect(formatPhone('08-465 004 30 (växel)', 'sv', stockholm)).toBe('08-465\u00a0004\u00a030\u00a0(växel)')
})

test.each([
  ['070-174 06 12', stockholm, '+46 70-174 06 12'],
  ['0046 70-174 06 12', stockholm, '+46 70-174 06 12'],
  ['+46 70 174 06 12', stockholm, '+46 70 174 06 12'],
  ['0044 20 7946 0000', stockholm, '0044 20 7946 0000'],
  ['(08) 465 004 30', stockholm, '+46 8 465 004 30'],
  ['112', stockholm, '112'],
  ['09 123 456', 'Europe/Helsinki', '+358 9 123 456'],
  ['22 00 00 00', 'Europe/Oslo', '+47 22 00 00 00'],
  ['06 6982 0000', 'Europe/Rome', '+39 06 6982 0000'],
  ['09 123 456', 'UTC', '09 123 456'],
])('readers abroad see %s in %s as %s', (phone, timeZone, text) => {
  expect(formatPhone(phone, 'en', timeZone)).toBe(text.replaceAll(' ', '\u00a0'))
})

test.each([
  [stockholm, 'SE'],
  ['Europe/Helsinki', 'FI'],
  ['Europe/Mariehamn', 'AX'],
  ['America/Argentina/Ushuaia', 'AR'],
  ['Asia/Tokyo', 'JP'],
  ['UTC', undefined],
])('%s is kept in %s', (timeZone, country) => {
  expect(countryOf(timeZone)).toBe(country)
})
