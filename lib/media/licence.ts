/** Names the licences that a media file can have. */
import type { RightsMetadata } from '../images/rights-metadata.ts'
import { type Language, type Localized, languages } from '../locale.ts'
import { messagesIn } from '../messages.ts'
import { manyNames } from './library-item.ts'

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

/** What the library's row says of a file that its copies carry. */
export interface Rights {
  credit: string
  /** Who took it by the account of the file that came; several have semicolons between them. */
  fileCredit?: string
  caption?: Localized
  licence: string
  terms?: string
  digitalSourceType?: string
}

/** Returns the metadata for the copies that are offered. */
export function marksOf(said: Rights): RightsMetadata {
  const { credit, caption = {}, licence, terms = '', digitalSourceType = '' } = said
  const words = (language: Language) => licenceName(licence, language).replaceAll('\u00a0', ' ')
  return {
    credit,
    creators: creatorsIn(said),
    caption: Object.fromEntries(languages.flatMap((one) => (caption[one]?.trim() ? [[one, caption[one]]] : []))),
    terms,
    licence: licence ? Object.fromEntries(languages.map((language) => [language, words(language)])) : {},
    licenceUrl: licenceUrls[licence] ?? '',
    digitalSourceType,
  }
}

/**
 * Returns the people that a credit names, without the agency after the stroke. A comma may stand within a name, so it
 * parts only names that the file itself had apart.
 */
function creatorsIn({ credit, fileCredit = '' }: Pick<Rights, 'credit' | 'fileCredit'>): string[] {
  const [people = ''] = credit.split(' / ')
  const inFile = fileCredit.split(manyNames)
  const names = people === inFile.join(', ') ? inFile : people.split(manyNames)
  return names.map((name) => name.trim()).filter(Boolean)
}
