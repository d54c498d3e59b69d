/**
 * Makes addresses in the reader's language. Swedish stands at the root and every other language under its code; inside,
 * Next knows each page once, as `/<language>/news/<slug>`, and the words in the address come from the messages.
 */

import { type FeedFormat, feedFiles } from './formats/feed-formats.ts'
import { type Language, rootLanguage, rulesOf } from './locale.ts'

export const urlSections = [
  'news',
  'people',
  'topics',
  'series',
  'press',
  'search',
  'accessibility',
  'privacy',
  'feeds',
  'corrections',
] as const
export type UrlSection = (typeof urlSections)[number]
/** The sections in which each item has an address of its own. */
export const nouns = ['news', 'people', 'topics', 'series'] as const satisfies UrlSection[]

/** Returns the address of a section or of an item in it: `pathTo('sv', 'news', 'en-nyhet')` is `/nyheter/en-nyhet`. */
export function pathTo(language: Language, section?: UrlSection, slug?: string): string {
  const parts = [section && rulesOf(language).urls[section], slug].filter(Boolean)
  const prefix = language === rootLanguage ? '' : `/${language}`
  return parts.length ? `${prefix}/${parts.join('/')}` : prefix || '/'
}

/** Returns the address with a page number added to its query, unless that is 1. */
export function pageOf(path: string, language: Language, page: number): string {
  if (page <= 1) return path
  return `${path}${path.includes('?') ? '&' : '?'}${rulesOf(language).urls.page}=${page}`
}

/** Returns the address of a feed: of the newsroom, or of the topic, series, person or kind of news at a place. */
export const feedPath = (language: Language, format: FeedFormat, section?: UrlSection, slug?: string): string =>
  `${pathTo(language, section, slug).replace(/\/$/, '')}/${feedFiles[format]}`

/**
 * Returns the address of a release as IPTC ninjs, or of the latest ones: all, or those of a kind, a topic, a series or
 * a person.
 */
export const ninjsPath = (language: Language, section?: UrlSection, slug?: string): string =>
  `${pathTo(language, section, slug).replace(/\/$/, '')}/ninjs.json`

/** Returns the address of the web app manifest, which a browser reads when the newsroom is put on a home screen. */
export const manifestPath = (language: Language): string =>
  `${pathTo(language).replace(/\/$/, '')}/manifest.webmanifest`

/** Returns the address of the page that thanks for feedback on accessibility. */
export const thanksPath = (language: Language): string =>
  pathTo(language, 'accessibility', rulesOf(language).urls.thanks)

/** Returns the address of the form for questions from the press; `about` names the release that it is opened from. */
export const askPath = (language: Language, about?: string): string =>
  `${pathTo(language, 'press', rulesOf(language).urls.ask)}${about ? `?${rulesOf(language).urls.about}=${about}` : ''}`

/** Returns the address of the page that thanks for a question. */
export const askedPath = (language: Language): string => `${askPath(language)}/${rulesOf(language).urls.thanks}`

/** Returns the address of a release's press kit. */
export const pressKitPath = (language: Language, slug: string): string =>
  `${pathTo(language, 'news', slug)}/material.zip`

/** Returns the address of a release's press meeting, for calendars. */
export const meetingPath = (language: Language, slug: string): string => `${pathTo(language, 'news', slug)}/meeting.ics`

/** Returns the address of a version of a release, as readers got it. Versions are numbered from 1. */
export const versionPath = (language: Language, slug: string, number: number | string): string =>
  `${pathTo(language, 'news', slug)}/${rulesOf(language).urls.version}-${number}`

/** Returns the address of the comparison of two versions of a release. */
export const comparisonPath = (language: Language, slug: string, older: number | string, newer: number | string) =>
  `${pathTo(language, 'news', slug)}/${rulesOf(language).urls.compare}-${older}-${newer}`

/** Returns the address of a table of a release as CSV. Tables are numbered from 1. */
export const tablePath = (language: Language, slug: string, number: number | string): string =>
  `${pathTo(language, 'news', slug)}/${rulesOf(language).urls.table}-${number}.csv`

/** Returns the address of a person's vCard; without a slug that of the press desk. */
export const cardPath = (language: Language, slug?: string): string =>
  `${slug === undefined ? pathTo(language, 'press') : pathTo(language, 'people', slug)}/vcard.vcf`

/** Returns the address of everything somebody has said. */
export const quotesPath = (language: Language, slug: string): string =>
  `${pathTo(language, 'people', slug)}/${rulesOf(language).urls.quotes}`

/** Returns the address of the image bank. */
export const imageBankPath = (language: Language): string => pathTo(language, 'press', rulesOf(language).urls.images)

/** Returns the address of some images of the bank as one ZIP; the query names each by its id. */
export const imagesZipPath = (language: Language): string => `${imageBankPath(language)}.zip`

/** The parameter that names an image in the address of a ZIP. It can be given several times. */
export const imageParameter = 'image'
/** Returns the address of a page as Markdown: `/nyheter.md?sida=2`, and `/index.md` for the front page at the root. */
export function markdownPath(page: string): string {
  const [path = '', query] = page.split('?')
  return `${path === '/' ? '/index' : path}.md${query ? `?${query}` : ''}`
}

/** Returns the address of the page behind an address in Markdown; undefined for other addresses. */
export function pageBehindMarkdown(address: string): string | undefined {
  const [, path, query = ''] = /^([^?]*[^?/])\.md(\?.*)?$/.exec(address) ?? []
  return path && (path.replace(/\/index$/, '') || '/') + query
}

/** Returns the address of the archive of a year, or of a month in it. */
export const periodPath = (language: Language, year: string, month?: string): string =>
  [pathTo(language, 'news', year), month].filter(Boolean).join('/')

/**
 * Returns the address of a media file: `fileUrl(image, '960.avif')` is `/files/<id>/960-1.avif`. The number is raised
 * when something else lies behind the address, so that no cache shows the old file. Without it the address is one that
 * caches must check each time. `as` is what the file is called where it is saved.
 */
export function fileUrl({ id, fileVersion }: { id: string; fileVersion?: number }, name: string, as?: string): string {
  const versioned = fileVersion === undefined ? name : name.replace('.', `-${fileVersion}.`)
  return `/files/${id}/${as ? `${as}_${versioned}` : versioned}`
}

/** Returns a file's name in an address, without what it is called where it is saved, and that. */
export function splitFileName(name: string): { stored: string; as: string } {
  const [, as = '', stored = ''] = /^(?:([a-z0-9-]{1,80})_)?(.*)$/s.exec(name) ?? []
  return { stored, as }
}
