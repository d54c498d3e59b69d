import { expect, test } from 'vitest'
import { formatPhone, telHref } from './phone.ts'

const stockholm = 'Europe/Stockholm'

test.each([
  ['070-174 06 12', stockholm, 'tel:+46701740612'],
  ['08-465 004 30', stockholm, 'tel:+46846500430'],
  ['+46 70 174 06 12', stockholm, 'tel:+46701740612'],
  ['0044 20 7946 0000', stockholm, 'tel:00442079460000'],
  ['09 123 456', 'Europe/Helsinki', 'tel:09123456'],
])('%s in %s dials %s', (phone, timeZone, href) => {
  expect(telHref(phone, timeZone)).toBe(href)
})

test('readers abroad see the country’s code, and nobody sees a number broken in two', () => {
  expect(formatPhone('070-174 06 12', 'sv', stockholm)).toBe('070-174\u00a006\u00a012')
  expect(formatPhone('070-174 06 12', 'en', stockholm)).toBe('+46\u00a070-174\u00a006\u00a012')
  expect(formatPhone('09 123 456', 'en', 'Europe/Helsinki')).toBe('09\u00a0123\u00a0456')
})
