/**
 * Formats telephone numbers. They are stored as the newsroom writes them; calls and readers abroad get them with the
 * country code.
 */
import { type Language, rulesOf } from './locale.ts'

/** The country code that replaces a leading 0, by the newsroom's time zone. */
const countryCodes: Record<string, string> = { 'Europe/Stockholm': '46' }

const isNational = (phone: string) => /^\s*0[^0]/.test(phone)

/** Returns the address that dials a number: `tel:+46701740612`. One whose country is unknown is dialled as written. */
export function telHref(phone: string, timeZone: string): string {
  const code = countryCodes[timeZone]
  const digits = phone.replace(/[^\d+]/g, '')
  return `tel:${code && isNational(phone) ? `+${code}${digits.slice(1)}` : digits}`
}

/** Returns the number on one line; for readers of other languages with the country code. */
export function formatPhone(phone: string, language: Language, timeZone: string): string {
  const code = countryCodes[timeZone]
  const isAbroad = code && rulesOf(language)['home-zone'] !== timeZone && isNational(phone)
  const text = isAbroad ? `+${code} ${phone.trim().slice(1)}` : phone.trim()
  return text.replaceAll(' ', '\u00a0')
}
