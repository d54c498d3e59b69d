/**
 * What a comparison needs to be shown in words and images. It reads nothing from the page, so the server can render it.
 */

import type { Language } from '#lib/locale.ts'
import type { LibraryItem } from '#lib/media/library-item.ts'
import type { translator } from '#lib/messages.ts'

export interface CompareContext {
  t: ReturnType<typeof translator<'history'>>
  /** The language of the studio; the text itself may be in another. */
  language: Language
  textLanguage: Language
  /** Names by id. What is missing has been removed since. */
  people: Map<string, string>
  topics: Map<string, string>
  series: Map<string, string>
  images: Map<string, LibraryItem>
  /** The names of what AI can be used for. */
  ai: Map<string, string>
  /** The number of changes to move to; none when the text is only read. */
  stops: number
}

/** Returns what a comparison of words alone needs: nothing in it is named by an id. */
export const wordsContext = (
  t: CompareContext['t'],
  languages: Pick<CompareContext, 'language' | 'textLanguage'>,
): CompareContext => ({
  t,
  ...languages,
  ...{ people: new Map(), topics: new Map(), series: new Map(), images: new Map(), ai: new Map() },
  stops: 0,
})

/** Marks words of the studio inside a text of another language. */
export const interfaceLang = ({ language, textLanguage }: CompareContext): { lang?: Language } =>
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

/** Returns the name of a kind of block. */
export function kindName(type: string, { t }: CompareContext): string {
  const known = kinds.find((kind) => kind === type)
  return t(known ? `kind-${known}` : 'kind-other')
}
