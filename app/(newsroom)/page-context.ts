/** Opens a page of the newsroom: the newsroom in the reader's language, and one moment for the whole page. */
import { cache } from 'react'
import { getLiveNewsroom, getLiveSettings, type LiveNewsroom } from '#db/live/newsroom.ts'
import { readingMoment, type Visit } from '#db/live/visible.ts'
import { isLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'

export interface PageContext {
  newsroom: LiveNewsroom
  visit: Visit
}

const requestMoment = cache(readingMoment)

/** Returns the newsroom in a language, or undefined where it does not use it. */
export const pageContext = cache(async (language: string): Promise<PageContext | undefined> => {
  const newsroom = isLanguage(language) ? await getLiveNewsroom(language) : undefined
  return (
    newsroom && { newsroom, visit: { language: newsroom.language, timeZone: newsroom.timeZone, now: requestMoment() } }
  )
})

/** Returns the newsroom in the language asked for if it uses that, else in its first: for pages that do not exist. */
export const anyPageContext = cache(async (language: string): Promise<PageContext | undefined> => {
  const settings = await getLiveSettings()
  return (await pageContext(language)) ?? (settings ? pageContext(settings.languages[0] ?? rootLanguage) : undefined)
})

/** Returns the address of something in each of the newsroom's languages. */
export const inAllLanguages = (
  { newsroom }: PageContext,
  address: (language: Language) => string | undefined,
): Partial<Record<Language, string>> =>
  Object.fromEntries(
    newsroom.languages.flatMap((language) => {
      const path = address(language)
      return path === undefined ? [] : [[language, path]]
    }),
  )

export interface PagedProps<Params> {
  params: Promise<Params>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Returns which page of a list is asked for: 1 where none is named, undefined where what is named is no page. */
export function pageParam(
  search: Awaited<PagedProps<unknown>['searchParams']>,
  language: Language,
): number | undefined {
  const value = search[messagesIn(language).urls.page]
  if (value === undefined) return 1
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined
}

/** Returns the value of a query parameter. One that is given twice, or is very long, counts as missing. */
export function searchParam(search: Awaited<PagedProps<unknown>['searchParams']>, name: string): string {
  const value = search[name]
  return typeof value === 'string' && value.length <= 200 ? value.trim() : ''
}
