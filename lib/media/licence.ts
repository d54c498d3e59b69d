/** Names the licences that a media file can have. */
import type { RightsMetadata } from '../images/rights-metadata.ts'
import { type Language, languages } from '../locale.ts'
import { messagesIn } from '../messages.ts'

/** Returns the licence as it is written after an image: “CC BY 4.0”. */
export function licenceName(licence: string, language: Language): string {
  const names: Record<string, string> = messagesIn(language).licences
  const name = names[licence.replace('.', '_')] ?? licence
  return licence.startsWith('cc') ? name.replaceAll(' ', '\u00a0') : name
}

/** The address of each public licence's text. */
export const licenceUrls: Record<string, string> = {
  'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** The rights in a file, as the library's row has them. */
export interface Rights {
  credit: string
  licence: string
  terms?: string
}

/** Returns the rights metadata for the copy that is downloaded. */
export function marksOf({ credit, licence, terms = '' }: Rights): RightsMetadata {
  const words = (language: Language) => licenceName(licence, language).replaceAll('\u00a0', ' ')
  return {
    credit,
    terms,
    licence: licence ? Object.fromEntries(languages.map((language) => [language, words(language)])) : {},
    licenceUrl: licenceUrls[licence] ?? '',
  }
}
