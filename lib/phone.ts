/**
 * Formats telephone numbers. They are stored as the newsroom writes them; calls and readers abroad get them with the
 * country code. Only the server knows the numbering plans; a page gets what they give.
 */
import {
  type CountryCode,
  findPhoneNumbersInText,
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { type Language, languages, listed, localeOf, rulesOf } from './locale.ts'

const countries = new Map<string, CountryCode | undefined>()

/** Returns the country that uses this time zone, whose code a number without one gets. UTC has no country. */
export function countryOf(timeZone: string): CountryCode | undefined {
  if (!countries.has(timeZone)) {
    // Going through all countries takes a twentieth of a second, and a newsroom mostly writes a language of its own
    // country.
    const likely = languages.map((language) => new Intl.Locale(localeOf(language)).region)
    const known = getCountries()
    const ordered = [...known.filter((country) => likely.includes(country)), ...known]
    const keepsIt = (region: string) => new Intl.Locale('und', { region }).getTimeZones()?.includes(timeZone)
    countries.set(timeZone, ordered.find(keepsIt))
  }
  return countries.get(timeZone)
}

/** The words before an extension, in every language. */
const extensions = new RegExp(
  `(?<!\\p{L})(?:${languages.flatMap((language) => listed(rulesOf(language)['phone-extensions'])).join('|')})\\.?(?!\\p{L})`,
  'giu',
)

/**
 * Returns the first number in a text, if it can be dialled from anywhere. Short ones (112) can be dialled at home
 * alone.
 */
function numberIn(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const written = text.replace(extensions, 'ext')
  const number = parsePhoneNumberFromString(written, country) ?? findPhoneNumbersInText(written, country)[0]?.number
  return number?.isPossible() ? number : undefined
}

/**
 * Returns the address that dials, as RFC 3966 has it: `tel:+46701740612`, `tel:+46846500430;ext=12`. What is not a
 * number of a country is dialled as written; undefined where there is nothing to dial.
 */
export function telHref(phone: string, timeZone: string): string | undefined {
  const number = numberIn(phone, countryOf(timeZone))
  if (number) return number.getURI()
  const digits = phone.replace(/(?!^\+)\D/g, '')
  return digits ? `tel:${digits}` : undefined
}

/**
 * Returns the number for an address book: a comma lets a telephone wait before it dials the extension. Undefined as for
 * `telHref`.
 */
export const dialledNumber = (phone: string, timeZone: string): string | undefined =>
  telHref(phone, timeZone)?.replace('tel:', '').replace(';ext=', ',')

/**
 * Returns the number for programs, which do not know where it is read: `+46 70 174 06 12`. A number of an unknown
 * country stays as written.
 */
export const internationalNumber = (phone: string, timeZone: string): string =>
  numberIn(phone, countryOf(timeZone))?.formatInternational() ?? phone.trim()

/** Returns the number on one line; for readers of other languages with the country code. */
export function formatPhone(phone: string, language: Language, timeZone: string): string {
  const isAbroad = rulesOf(language)['home-zone'] !== timeZone
  const text = (isAbroad && withCountryCode(phone.trim(), countryOf(timeZone))) || phone.trim()
  return text.replaceAll(' ', '\u00a0')
}

/**
 * Returns a number of the country in the groups it was written in, `+46 70-174 06 12`. Undefined for others and for
 * those that have a code.
 */
function withCountryCode(phone: string, country: CountryCode | undefined): string | undefined {
  const number = country && numberIn(phone, country)
  if (!number || phone.startsWith('+') || number.countryCallingCode !== getCountryCallingCode(country)) return undefined
  // Brackets and words around a number seldom fit what is left of it.
  if (/[^\d\s./-]/.test(phone)) return number.formatInternational()
  const digits = phone.replace(/\D/g, '').length
  const prefix = new RegExp(`^(?:\\d\\D*){${digits - number.nationalNumber.length}}`)
  return `+${number.countryCallingCode} ${phone.replace(prefix, '')}`
}
