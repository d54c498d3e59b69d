/** On what terms a file may be used, in words. */
import type { Marks } from '../images/rights-metadata.ts'
import { type Language, languages } from '../locale.ts'
import { messagesIn } from '../messages.ts'

/** The terms, as they are written after a picture: “CC BY 4.0”. */
export function licenceName(licence: string, language: Language): string {
  const names: Record<string, string> = messagesIn(language).licences
  const name = names[licence.replace('.', '_')] ?? licence
  return licence.startsWith('cc') ? name.replaceAll(' ', '\u00a0') : name
}

/** Where a public licence can be read. */
export const licenceUrls: Record<string, string> = {
  'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** Whose a file is and what one may do with it, as the library has it. */
export interface Rights {
  credit: string
  licence: string
  terms?: string
}

/** The same as a copy that is downloaded says it of itself. */
export function marksOf({ credit, licence, terms = '' }: Rights): Marks {
  const words = (language: Language) => licenceName(licence, language).replaceAll('\u00a0', ' ')
  return {
    credit,
    terms,
    licence: licence ? Object.fromEntries(languages.map((language) => [language, words(language)])) : {},
    licenceUrl: licenceUrls[licence] ?? '',
  }
}
