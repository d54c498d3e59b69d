/** Writes the sitemaps: every page in every language, with its translations and images. */

import { type ArchivePeriod, listArchiveMonths, listArchiveYears } from '#db/live/archive.ts'
import { kindSlug, listLiveKinds } from '#db/live/kinds.ts'
import { getLiveSettings } from '#db/live/newsroom.ts'
import { listLiveSeries, seriesAddresses } from '#db/live/series.ts'
import {
  countMappedReleases,
  listMappedPeople,
  listMappedQuotes,
  listMappedReleases,
  listMappedVersions,
  type MappedRelease,
  type MappedVersion,
  newsLasts,
} from '#db/live/sitemap.ts'
import { getLiveAccessibility } from '#db/live/statements.ts'
import { listLiveTopics, topicAddresses } from '#db/live/topics.ts'
import type { Visit } from '#db/live/visible.ts'
import type { Kind } from '#db/types.ts'
import { absolute } from '#lib/env.ts'
import { element, type Xml, xmlDocument } from '#lib/formats/xml.ts'
import { plainText } from '#lib/hyphenate.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { type Period, periodParts } from '#lib/time/period.ts'
import { imageBankPath, pathTo, periodPath, quotesPath } from '#lib/urls.ts'
import { sharedImage } from '../head/metadata.ts'

/** A sitemap may hold 50,000 addresses; so many, with translations and images, are some four megabytes. */
export const releasesPerSitemap = 10_000

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
  const versions = isAll ? releases : await listMappedVersions(now)
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

const subjectsAt = {
  topics: [listLiveTopics, topicAddresses],
  series: [listLiveSeries, seriesAddresses],
} as const

async function sectionPages(languages: Language[], clock: { timeZone: string; now: Date }): Promise<Xml[]> {
  const people = await listMappedPeople()
  const statement = await getLiveAccessibility(languages[0] ?? rootLanguage)
  const places = [
    ...([undefined, 'news', 'people', 'topics', 'series', 'press', 'privacy', 'feeds'] as const),
    ...(statement ? (['accessibility'] as const) : []),
  ]
  const inEach = (path: (language: Language) => string) =>
    languages.map((language) => entry(path(language), alternates(languages.map((other) => [other, path(other)]))))
  const subjects = await Promise.all(
    languages.flatMap((language) =>
      (['topics', 'series'] as const).map(async (section) => {
        const [list, addresses] = subjectsAt[section]
        return Promise.all(
          (await list({ ...clock, language })).map(async ({ id, slug }) => {
            const slugs = await addresses(id, clock.now)
            const paths = languages.flatMap((other): [Language, string][] =>
              slugs[other] ? [[other, pathTo(other, section, slugs[other])]] : [],
            )
            return entry(pathTo(language, section, slug), alternates(paths))
          }),
        )
      }),
    ),
  )
  const filled = new Map(
    await Promise.all(languages.map(async (language) => [language, await periodsOf({ ...clock, language })] as const)),
  )
  const archive = [...filled.values()].flatMap((periods) =>
    [...periods].map(([path, period]) => {
      const address = (of: Language) => periodPath(of, ...periodParts(period))
      const others = languages.filter((other) => filled.get(other)?.has(address(other)))
      return entry(path, alternates(others.map((other) => [other, address(other)])))
    }),
  )
  const told = new Map(
    await Promise.all(
      languages.map(async (language) => {
        const found = await listLiveKinds({ ...clock, language })
        return [language, found.map(({ kind }) => kind)] as const
      }),
    ),
  )
  const kindPath = (language: Language, kind: Kind) => pathTo(language, 'news', kindSlug(kind, language))
  const kindPages = [...told].flatMap(([language, kinds]) =>
    kinds.map((kind) => {
      const others = languages.filter((other) => told.get(other)?.includes(kind))
      return entry(kindPath(language, kind), alternates(others.map((other) => [other, kindPath(other, kind)])))
    }),
  )
  return [
    ...places.flatMap((section) => inEach((language) => pathTo(language, section))),
    ...inEach(imageBankPath),
    ...archive,
    ...kindPages,
    ...people.flatMap((slug) => inEach((language) => pathTo(language, 'people', slug))),
    ...quotePages(await listMappedQuotes(clock.now), languages),
    ...subjects.flat(),
  ]
}

/** Returns the pages of what people have said, each with those of the same person in other languages. */
function quotePages(quoted: { slug: string; language: Language }[], languages: Language[]): Xml[] {
  const spoken = quoted.filter(({ language }) => languages.includes(language))
  return spoken.map(({ slug, language }) => {
    const others = spoken.filter((other) => other.slug === slug)
    return entry(
      quotesPath(language, slug),
      alternates(others.map((other): [Language, string] => [other.language, quotesPath(other.language, slug)])),
    )
  })
}

/** Returns every year and month with a live release, by its address. */
async function periodsOf(visit: Visit): Promise<Map<string, Period>> {
  const years = await listArchiveYears(visit)
  const months = await Promise.all(years.map(({ year }) => listArchiveMonths(year, visit)))
  const periods: ArchivePeriod[] = years.flatMap((year, index) => [year, ...(months[index] ?? [])])
  return new Map(periods.map((period) => [periodPath(visit.language, ...periodParts(period)), period]))
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
  const latest = await listMappedReleases(now, { limit: maxNews, since: new Date(now.getTime() - newsLasts) })
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
