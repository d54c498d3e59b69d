/** Finds what a feed is about: all releases, or those of a topic, a series, a person or a kind of news. */
import { kindAt } from '#db/live/kinds.ts'
import { getLivePerson } from '#db/live/people.ts'
import { type LiveRelease, liveReleasesById } from '#db/live/release.ts'
import { listLiveReleaseIds, type ReleaseSelection } from '#db/live/releases.ts'
import { getLiveSeries } from '#db/live/series.ts'
import { getLiveTopic } from '#db/live/topics.ts'
import { messagesIn } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../page-context.ts'

const storiesInFeed = 20

/** The name, the page that shows the same, and how its stories are found. */
interface Subject {
  name: string
  home: string
  choice: ReleaseSelection
}

/** Returns the subject of a feed, or undefined for one that readers cannot reach. */
export async function subjectOf(
  { newsroom, visit }: PageContext,
  place?: string,
  slug?: string,
): Promise<Subject | undefined> {
  const { language } = newsroom
  if (!place) return { name: newsroom.name, home: pathTo(language), choice: {} }
  if (!slug) return undefined
  switch (place) {
    case 'topics': {
      const topic = await getLiveTopic(slug, visit)
      return topic && { name: topic.name, home: pathTo(language, 'topics', slug), choice: { topicId: topic.id } }
    }
    case 'series': {
      const series = await getLiveSeries(slug, visit)
      return series && { name: series.name, home: pathTo(language, 'series', slug), choice: { seriesId: series.id } }
    }
    case 'people': {
      const person = await getLivePerson(slug, visit)
      return person && { name: person.name, home: pathTo(language, 'people', slug), choice: { personId: person.id } }
    }
    case 'news': {
      const kind = kindAt(slug, language)
      return kind && { name: messagesIn(language).kinds[kind], home: pathTo(language, 'news', slug), choice: { kind } }
    }
    default:
      return undefined
  }
}

/** Returns the latest stories of a feed, whole. */
export const feedReleases = async ({ visit }: PageContext, { choice }: Subject): Promise<LiveRelease[]> =>
  liveReleasesById(await listLiveReleaseIds(visit, storiesInFeed, choice), visit)
