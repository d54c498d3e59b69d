/** Finds what a parameter means by an id or by a slug. */

import { addressOfRelease } from '#db/live/catalogue.ts'
import { getLivePerson, type LiveProfile, peopleById } from '#db/live/people.ts'
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { listLiveSeries } from '#db/live/series.ts'
import { listLiveTopics } from '#db/live/topics.ts'
import { rootLanguage } from '#lib/locale.ts'
import { anyPageContext, type PageContext, pageContext } from '../../page-context.ts'

export async function findPerson(which: string, { visit }: PageContext): Promise<LiveProfile | undefined> {
  const bySlug = await getLivePerson(which, visit)
  if (bySlug) return bySlug
  const slug = (await peopleById([which], visit, visit.now)).get(which)?.slug
  return slug ? getLivePerson(slug, visit) : undefined
}

const lists = { topics: listLiveTopics, series: listLiveSeries }

export async function findSubject(section: 'topics' | 'series', which: string, { visit }: PageContext) {
  return (await lists[section](visit)).find((subject) => subject.id === which || subject.slug === which)
}

/** Returns the live release with this id, and the newsroom in its language. */
export async function findReleaseById(id: string): Promise<{ context: PageContext; release: LiveRelease } | undefined> {
  const any = await anyPageContext(rootLanguage)
  const place = any && (await addressOfRelease(id, any.visit.now))
  const context = place && (await pageContext(place.language))
  if (!place || !context) return undefined
  const answer = await findRelease(place.slug, context.visit)
  return answer?.state === 'live' ? { context, release: answer.release } : undefined
}
