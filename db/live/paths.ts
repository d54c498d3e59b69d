/** Tells what a reader gets at an address of this newsroom, for links in texts. */
import { languages, rulesOf } from '#lib/locale.ts'
import { type Period, readPeriod } from '#lib/time/period.ts'
import { askPath, imageBankPath, pathTo } from '#lib/urls.ts'
import { kindAt } from './kinds.ts'
import { getLiveNewsroom } from './newsroom.ts'
import { countLiveQuotes, getLivePerson, movedPerson } from './people.ts'
import { listLiveVersions } from './published/versions.ts'
import { findRelease } from './release.ts'
import { countLiveReleases } from './releases.ts'
import { getLiveSeries, movedSeries } from './series.ts'
import { getLiveAccessibility } from './statements.ts'
import { getLiveTopic, movedTopic } from './topics.ts'
import type { Visit } from './visible.ts'

/** How an address is looked up, for each noun that has addresses. One that redirects counts as found. */
const nouns: Record<'news' | 'people' | 'topics' | 'series', (slug: string, visit: Visit) => Promise<boolean>> = {
  news: async (slug, visit) => {
    const release = await findRelease(slug, visit)
    return release ? release.state !== 'withdrawn' : hasKind(slug, visit)
  },
  people: async (slug, visit) => {
    const [own = '', more] = slug.split('/')
    if (more !== undefined) return slug === `${own}/${rulesOf(visit.language).urls.quotes}` && hasQuotes(own, visit)
    return Boolean((await getLivePerson(slug, visit)) ?? (await movedPerson(slug, visit)))
  },
  topics: async (slug, visit) => Boolean((await getLiveTopic(slug, visit)) ?? (await movedTopic(slug, visit))),
  series: async (slug, visit) => Boolean((await getLiveSeries(slug, visit)) ?? (await movedSeries(slug, visit))),
}

/**
 * Whether a reader who follows this path gets a page. Undefined for paths that are no pages: files, feeds and the like.
 */
export async function isLivePath(
  path: string,
  { timeZone, now }: Omit<Visit, 'language'>,
): Promise<boolean | undefined> {
  const place = decoded(path.replace(/[?#].*$/s, '').replace(/(?<=.)\/$/, ''))
  if (/^\/files\/|\.\w{2,5}$/.test(place)) return undefined
  for (const language of languages) {
    const pages = [
      pathTo(language),
      imageBankPath(language),
      ...(['news', 'people', 'topics', 'series', 'press', 'search', 'privacy', 'feeds', 'corrections'] as const).map(
        (p) => pathTo(language, p),
      ),
    ]
    if (pages.includes(place)) return true
    if (place === askPath(language)) return (await getLiveNewsroom(language))?.questions.isOpen === true
    if (place === pathTo(language, 'accessibility')) return (await getLiveAccessibility(language)) !== undefined
    for (const [noun, isThere] of Object.entries(nouns)) {
      const before = `${pathTo(language, noun as keyof typeof nouns)}/`
      const slug = place.startsWith(before) ? place.slice(before.length) : ''
      if (!slug) continue
      const visit = { language, timeZone, now }
      const [year = '', month, more] = slug.split('/')
      const period = noun === 'news' && more === undefined ? readPeriod(year, month) : undefined
      const isOne = noun === 'people' || !slug.includes('/')
      if (isOne && (await isThere(slug, visit))) return true
      return noun === 'news' && (period ? hasNews(period, visit) : hasVersion(slug, visit))
    }
  }
  return false
}

async function hasKind(slug: string, visit: Visit): Promise<boolean> {
  const kind = kindAt(slug, visit.language)
  return kind !== undefined && (await countLiveReleases(visit, { kind })) > 0
}

/** Whether what follows the slug of a release names a version of it. */
async function hasVersion(path: string, visit: Visit): Promise<boolean> {
  const [slug = '', rest = ''] = path.split('/')
  const found = await findRelease(slug, visit)
  if (found?.state !== 'live') return false
  const versions = (await listLiveVersions(found.release.id, visit)).filter(({ removed }) => !removed)
  return versions.some(
    ({ number }) => path === `${slug}/${rest}` && rest === `${rulesOf(visit.language).urls.version}-${number}`,
  )
}

async function hasQuotes(slug: string, visit: Visit): Promise<boolean> {
  const person = await getLivePerson(slug, visit)
  return person !== undefined && (await countLiveQuotes(person.id, visit)) > 0
}

const hasNews = async (period: Period, visit: Visit) => (await countLiveReleases(visit, { period })) > 0

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
