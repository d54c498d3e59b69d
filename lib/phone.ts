/** Telephone numbers: kept as the newsroom writes them, dialled and shown abroad with their country's code. */
import { type Language, rulesOf } from './locale.ts'

/** What a number that starts with a single 0 stands for, by the newsroom's time zone. */
const countryCodes: Record<string, string> = { 'Europe/Stockholm': '46' }

const isNational = (phone: string) => /^\s*0[^0]/.test(phone)

/** The address that dials: `tel:+46701740612`. A number whose country is unknown is dialled as written. */
export function telHref(phone: string, timeZone: string): string {
  const code = countryCodes[timeZone]
  const digits = phone.replace(/[^\d+]/g, '')
  return `tel:${code && isNational(phone) ? `+${code}${digits.slice(1)}` : digits}`
}

/** The number on one line; for readers of other languages with the country's code. */
export function formatPhone(phone: string, language: Language, timeZone: string): string {
  const code = countryCodes[timeZone]
  const isAbroad = code && rulesOf(language)['home-zone'] !== timeZone && isNational(phone)
  const text = isAbroad ? `+${code} ${phone.trim().slice(1)}` : phone.trim()
  return text.replaceAll(' ', '\u00a0')
}
