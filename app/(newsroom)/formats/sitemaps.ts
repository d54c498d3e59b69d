/** Writes the sitemaps: every page in every language, with its translations and images. */

import { listArchivePeriods } from '#db/live/archive.ts'
import { kindSlug, listKindsIn } from '#db/live/kinds.ts'
import { getLiveSettings } from '#db/live/newsroom.ts'
import { listSeriesAddresses } from '#db/live/series.ts'
import {
  countMappedReleases,
  listMappedPeople,
  listMappedQuotes,
  listMappedReleases,
  listMappedVersions,
  type MappedRelease,
  type MappedVersion,
} from '#db/live/sitemap.ts'
import { getLiveAccessibility } from '#db/live/statements.ts'
import { listTopicAddresses } from '#db/live/topics.ts'
import { absolute } from '#lib/env.ts'
import { element, type Xml, xmlDocument } from '#lib/formats/xml.ts'
import { plainText } from '#lib/hyphenate.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { periodParts } from '#lib/time/period.ts'
import { imageBankPath, pathTo, periodPath, quotesPath } from '#lib/urls.ts'
import { sharedImage } from '../head/metadata.ts'

/** A sitemap may hold 50,000 addresses. So few are written in a moment, however many releases there are. */
export const releasesPerSitemap = 1_000

const spaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
}

export const xmlResponse = (root: Xml) =>
  new Response(xmlDocument(root), { headers: { 'content-type': 'application/xml; charset=utf-8' } })

export const nothing = () => new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } })

/** Returns the sitemap of the whole newsroom, or with more than `perPart` releases the index of its parts. */
export async function sitemap(now: Date, perPart = releasesPerSitemap): Promise<Xml | undefined> {
  if (!(await getLiveSettings())) return undefined
  const parts = Math.ceil((await countMappedReleases(now)) / perPart)
  if (parts <= 1) return sitemapPart(1, now, perPart)
  const addresses = Array.from({ length: parts }, (_, index) => absolute(`/sitemaps/${index + 1}.xml`))
  return element(
    'sitemapindex',
    { xmlns: spaces.xmlns },
    ...addresses.map((address) => element('sitemap', {}, element('loc', {}, address))),
  )
}

/** Returns one part of the sitemap; the pages of the menu are in the first. Undefined where there is no such part. */
export async function sitemapPart(part: number, now: Date, perPart = releasesPerSitemap): Promise<Xml | undefined> {
  const settings = await getLiveSettings()
  const releases = await listMappedReleases(now, { limit: perPart, offset: (part - 1) * perPart })
  if (!settings || (part > 1 && releases.length === 0)) return undefined
  const { languages, timeZone } = settings
  const spoken = releases.filter((release) => languages.includes(release.language))
  const sections = part === 1 ? await sectionPages(languages, { timeZone, now }) : []
  // A translation may have come much later, and stand in another part.
  const isAll = part === 1 && releases.length < perPart
  const versions = isAll
    ? releases
    : await listMappedVersions([...new Set(releases.map(({ storyId }) => storyId))], now)
  const stories = Map.groupBy(
    versions.filter(({ language }) => languages.includes(language)),
    (version) => version.storyId,
  )
  return element(
    'urlset',
    spaces,
    ...sections,
    ...spoken.map((release) => releaseEntry(release, stories.get(release.storyId) ?? [])),
  )
}

async function sectionPages(languages: Language[], clock: { timeZone: string; now: Date }): Promise<Xml[]> {
  const [people, quoted, statement, topics, series, periods, kinds] = await Promise.all([
    listMappedPeople(clock.now),
    listMappedQuotes(clock.now),
    getLiveAccessibility(languages[0] ?? rootLanguage),
    listTopicAddresses(languages, clock.now),
    listSeriesAddresses(languages, clock.now),
    listArchivePeriods(languages, clock),
    listKindsIn(languages, clock.now),
  ])
  const places = [
    ...([undefined, 'news', 'people', 'topics', 'series', 'press', 'privacy', 'feeds', 'corrections'] as const),
    ...(statement ? (['accessibility'] as const) : []),
  ]
  const inEach = (path: (language: Language) => string) =>
    languages.map((language) => entry(path(language), alternates(languages.map((other) => [other, path(other)]))))
  const subjectPages = (section: 'topics' | 'series', subjects: typeof topics) =>
    subjects.map(({ language, slug, addresses }) => {
      const path = (of: Language, its: string) => pathTo(of, section, its)
      const others = languages.flatMap((other): [Language, string][] =>
        addresses[other] ? [[other, path(other, addresses[other])]] : [],
      )
      return entry(path(language, slug), alternates(others))
    })
  return [
    ...places.flatMap((section) => inEach((language) => pathTo(language, section))),
    ...inEach(imageBankPath),
    ...pagesOf(periods, (language, period) => periodPath(language, ...periodParts(period))),
    ...pagesOf(kinds, (language, { kind }) => pathTo(language, 'news', kindSlug(kind, language))),
    ...people.flatMap((slug) => inEach((language) => pathTo(language, 'people', slug))),
    ...pagesOf(
      quoted.filter(({ language }) => languages.includes(language)),
      (language, { slug }) => quotesPath(language, slug),
    ),
    ...subjectPages('topics', topics),
    ...subjectPages('series', series),
  ]
}

/** Returns the pages of something that exists in some languages, each with the same page in the others. */
function pagesOf<One extends { language: Language }>(
  all: One[],
  path: (language: Language, one: One) => string,
): Xml[] {
  const addresses = all.map((one) => path(one.language, one))
  const filled = new Map(all.map((one, index) => [addresses[index] ?? '', one]))
  const languages = [...new Set(all.map(({ language }) => language))]
  return all.map((one, index) => {
    const others = languages.map((other): [Language, string] => [other, path(other, one)])
    return entry(
      addresses[index] ?? '',
      alternates(others.filter(([other, address]) => filled.get(address)?.language === other)),
    )
  })
}

const entry = (path: string, more: Xml[], changedAt?: Date) =>
  element(
    'url',
    {},
    element('loc', {}, absolute(path)),
    ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []),
    ...more,
  )

/** Returns links to a page in every language it exists in, its own too. A page in one language has none. */
const alternates = (paths: [Language, string][]): Xml[] =>
  paths.length < 2
    ? []
    : paths.map(([hreflang, path]) => element('xhtml:link', { rel: 'alternate', hreflang, href: absolute(path) }))

function releaseEntry(release: MappedRelease, versions: MappedVersion[]): Xml {
  const image = release.image && sharedImage(release.image)
  const pictures = image ? [element('image:image', {}, element('image:loc', {}, image.url))] : []
  const paths = versions.map(({ language, slug }): [Language, string] => [language, pathTo(language, 'news', slug)])
  return entry(pathTo(release.language, 'news', release.slug), [...alternates(paths), ...pictures], release.changedAt)
}

const maxNews = 1_000

/** Returns what was published in the last two days, as Google News asks for it. It may be empty. */
export async function newsSitemap(now: Date): Promise<Xml | undefined> {
  const settings = await getLiveSettings()
  if (!settings) return undefined
  const latest = await listMappedReleases(now, { limit: maxNews, isNews: true })
  return element(
    'urlset',
    { xmlns: spaces.xmlns, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
    ...latest
      .filter(({ language }) => settings.languages.includes(language))
      .map(({ language, slug, title, publishAt }) =>
        entry(pathTo(language, 'news', slug), [
          element(
            'news:news',
            {},
            element(
              'news:publication',
              {},
              element('news:name', {}, settings.name),
              element('news:language', {}, language),
            ),
            element('news:publication_date', {}, publishAt.toISOString()),
            element('news:title', {}, plainText(title)),
          ),
        ]),
      ),
  )
}
