/** The links of live texts that lead nowhere, for the desk. */
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import { withoutFragment } from '#lib/document/links.ts'
import { inLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { prepared, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { recordEvent } from '../events.ts'
import { live, presented } from '../live/visible.ts'
import { type Member, may } from '../permissions.ts'
import { organisations } from '../schema/library.ts'
import { linkChecks, linkPlaces } from '../schema/links.ts'
import { people } from '../schema/people.ts'
import { releases, revisions } from '../schema/releases.ts'
import { standingLinks } from './places.ts'

/**
 * How many nights in a row an address must fail before it counts as dead. A server that is being mended or moved is back within
 * a night or two, also over a weekend; what has failed on a third is not coming back by itself.
 */
const nightsToDeath = 3
const mostPlaces = 100

export interface DeadLink {
  id: string
  url: string
  /** How many nights in a row it has failed, the first of them as YYYY-MM-DD, and the last HTTP status. */
  nights: number
  since: string
  status: number | null
  /** Where it leads on to, empty where it does not. */
  movedTo: string
  places: DeadPlace[]
}

interface DeadPlace {
  /** Its page in the studio. */
  href: string
  /** The title of the text, or the name. */
  title: string
  language: Language | undefined
  /** The words that are linked, and the heading they stand under; empty outside texts. */
  words: string
  under: string
}

const deadQuery = prepared((reader) =>
  reader
    .select({
      link: linkChecks,
      place: { noun: linkPlaces.noun, id: linkPlaces.targetId },
      text: {
        title: revisions.title,
        body: revisions.body,
        language: releases.language,
        createdBy: releases.createdBy,
      },
      person: { name: people.name, links: people.links },
      organisation: { name: organisations.name, url: organisations.url },
    })
    .from(linkChecks)
    .innerJoin(linkPlaces, eq(linkPlaces.linkId, linkChecks.id))
    .leftJoin(
      releases,
      and(eq(linkPlaces.noun, 'release'), eq(releases.id, linkPlaces.targetId), live(sql.placeholder('now'))),
    )
    .leftJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .leftJoin(
      people,
      and(eq(linkPlaces.noun, 'person'), eq(people.id, linkPlaces.targetId), presented(sql.placeholder('now'))),
    )
    .leftJoin(organisations, and(eq(linkPlaces.noun, 'organisation'), eq(organisations.id, linkPlaces.targetId)))
    .where(and(gte(linkChecks.failedNights, nightsToDeath), isNull(linkChecks.leftAt)))
    .orderBy(asc(linkChecks.failedSince), asc(linkChecks.id))
    .limit(atMost(mostPlaces))
    .prepare(),
)

type DeadRow = Awaited<ReturnType<ReturnType<typeof deadQuery>['execute']>>[number]

/**
 * Returns the links that are dead, with where they stand, as far as the member may change it; those that failed first, first.
 * One that was mended or taken out since the night is not among them.
 */
export async function listDeadLinks(member: Member, now: Date): Promise<DeadLink[]> {
  const rows = await deadQuery().execute({ now })
  return [...Map.groupBy(rows, ({ link }) => link.id).values()].flatMap((alike) => {
    const places = alike.flatMap((row) => placesIn(row, member))
    const link = alike[0]?.link
    if (!link || places.length === 0) return []
    const { id, url, failedNights, failedSince, status, movedTo } = link
    return [{ id, url, nights: failedNights, since: failedSince, status, movedTo, places }]
  })
}

function placesIn({ link: { url }, place, text, person, organisation }: DeadRow, member: Member): DeadPlace[] {
  const bare = { language: undefined, words: '', under: '' }
  if (text?.body && text.title && text.language) {
    if (!may(member, 'manage-text', { createdBy: text.createdBy })) return []
    const { title, language } = text
    const href = `/studio/releases/${place.id}`
    const found = standingLinks(text.body).filter((link) => link.url === url)
    const once = new Map(found.map(({ words, under }) => [JSON.stringify([words, under]), { words, under }]))
    return [...once.values()].map((standing) => ({ href, title, language, ...standing }))
  }
  if (person) {
    const isThere = may(member, 'edit-people') && person.links.some((link) => withoutFragment(link.url) === url)
    return isThere ? [{ ...bare, href: `/studio/people/${place.id}`, title: person.name }] : []
  }
  const isThere = organisation && may(member, 'edit-organisations') && withoutFragment(organisation.url) === url
  const title = isThere ? inLanguage(organisation.name, rootLanguage) : ''
  return isThere ? [{ ...bare, href: `/studio/organisations/${place.id}`, title }] : []
}

/**
 * Lets a link stand that is right though it does not answer: the desk is silent about it until it has answered and died anew.
 * Refuses contributors (`links-not-yours`). One that is gone, or left already, stays as it is.
 */
export async function leaveLink(id: string, by: { actor: Member; now: Date }): Promise<void> {
  if (!may(by.actor, 'leave-links')) throw new Refusal('links-not-yours')
  await write(async (tx) => {
    const [left] = await tx
      .update(linkChecks)
      .set({ leftAt: by.now })
      .where(and(eq(linkChecks.id, id), isNull(linkChecks.leftAt)))
      .returning()
    if (left) await recordEvent(tx, { ...by, verb: 'leave-standing', noun: 'link', targetId: id })
  })
}
