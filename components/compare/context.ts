/** What a comparison needs to be drawn in words and pictures. Nothing here is read from the page, so the server can draw it. */

import type { Language } from '#lib/locale.ts'
import type { LibraryItem } from '#lib/media/library-item.ts'
import type { translator } from '#lib/messages.ts'

export interface Look {
  t: ReturnType<typeof translator<'history'>>
  /** The reader's language; the text itself may be in another. */
  language: Language
  textLanguage: Language
  /** Names by id. What is not there has been removed since. */
  people: Map<string, string>
  topics: Map<string, string>
  series: Map<string, string>
  images: Map<string, LibraryItem>
  /** How many changes there are to go to; none when the text is only read. */
  stops: number
}

/** Words of the interface inside a text of another language. */
export const spoken = ({ language, textLanguage }: Look): { lang?: Language } =>
  language === textLanguage ? {} : { lang: language }

const kinds = [
  'paragraph',
  'leadPoint',
  'heading',
  'bulletList',
  'orderedList',
  'quote',
  'image',
  'gallery',
  'factBox',
  'table',
  'horizontalRule',
  'embed',
  'download',
] as const

/** What a block is called. */
export function kindName(type: string, { t }: Look): string {
  const known = kinds.find((kind) => kind === type)
  return t(known ? `kind-${known}` : 'kind-other')
}
