/** Tells where something is used that is about to be thrown away. */
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { db } from '../client.ts'
import { live } from '../live/visible.ts'
import { organisations } from '../schema/library.ts'
import { people, personTopics, positions } from '../schema/people.ts'
import {
  quotes,
  releases,
  revisionContacts,
  revisionMedia,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import type { TrashNoun } from '../types.ts'
import { notInTrash } from './in-trash.ts'

/** How many texts, by their draft or what readers see, how many of those are live, and what else uses something. */
export interface UseCounts {
  texts: number
  live: number
  /** People who answer questions about it, have it as their portrait, or hold or held a position in it. */
  people: number
  /** Organisations that have it as their logo. */
  organisations: number
}

/** Returns the uses of those of the things that are used. Texts are used by nothing. */
export async function countUses(noun: TrashNoun, ids: string[], now: Date): Promise<Map<string, UseCounts>> {
  const uses = new Map<string, UseCounts>()
  if (noun === 'release' || ids.length === 0) return uses
  const of = (id: string): UseCounts => {
    const known = uses.get(id) ?? { texts: 0, live: 0, people: 0, organisations: 0 }
    uses.set(id, known)
    return known
  }
  const texts = new Map<string, { isLive: boolean }>()
  for (const { id, releaseId, isLive } of await textsWith(noun, ids, now)) {
    const key = `${id} ${releaseId}`
    texts.set(key, { isLive: Boolean(isLive) || (texts.get(key)?.isLive ?? false) })
  }
  for (const [key, { isLive }] of texts) {
    const counts = of(key.split(' ')[0] ?? '')
    counts.texts++
    if (isLive) counts.live++
  }
  for (const id of await peopleWith(noun, ids)) if (id) of(id).people++
  for (const id of await logosWith(noun, ids)) if (id) of(id).organisations++
  return uses
}

/** The tables by which versions of texts refer to something. */
const mentions = {
  person: [
    { table: revisionPeople, revisionId: revisionPeople.revisionId, id: revisionPeople.personId },
    { table: revisionContacts, revisionId: revisionContacts.revisionId, id: revisionContacts.personId },
    { table: quotes, revisionId: quotes.revisionId, id: quotes.personId },
  ],
  media: [{ table: revisionMedia, revisionId: revisionMedia.revisionId, id: revisionMedia.mediaId }],
  topic: [{ table: revisionTopics, revisionId: revisionTopics.revisionId, id: revisionTopics.topicId }],
  series: [{ table: revisions, revisionId: revisions.id, id: revisions.seriesId }],
  organisation: [],
}

async function textsWith(noun: Exclude<TrashNoun, 'release'>, ids: string[], now: Date) {
  const found = await Promise.all(
    mentions[noun].map(({ table, revisionId, id }) =>
      db
        .select({
          id: sql<string>`${id}`,
          releaseId: releases.id,
          isLive: sql<number>`${live(now)} AND ${releases.liveRevisionId} = ${revisionId}`,
        })
        .from(table)
        .innerJoin(releases, or(eq(releases.draftRevisionId, revisionId), eq(releases.liveRevisionId, revisionId)))
        .where(and(inArray(id, ids), notInTrash('release', releases.id))),
    ),
  )
  return found.flat()
}

async function peopleWith(noun: TrashNoun, ids: string[]): Promise<(string | null)[]> {
  const uses = {
    topic: { table: personTopics, id: personTopics.topicId, person: personTopics.personId },
    media: { table: people, id: people.portraitMediaId, person: people.id },
    organisation: { table: positions, id: positions.organisationId, person: positions.personId },
  }
  const use = noun === 'topic' || noun === 'media' || noun === 'organisation' ? uses[noun] : undefined
  if (!use) return []
  const rows = await db
    .selectDistinct({ id: sql<string | null>`${use.id}`, person: sql<string>`${use.person}` })
    .from(use.table)
    .where(and(inArray(use.id, ids), notInTrash('person', use.person)))
  return rows.map(({ id }) => id)
}

async function logosWith(noun: TrashNoun, ids: string[]): Promise<(string | null)[]> {
  if (noun !== 'media') return []
  const rows = await db
    .select({ id: organisations.logoMediaId })
    .from(organisations)
    .where(and(inArray(organisations.logoMediaId, ids), notInTrash('organisation', organisations.id)))
  return rows.map(({ id }) => id)
}
