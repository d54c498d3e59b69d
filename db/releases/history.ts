/** The history of a release: its versions, who wrote them, why each was kept and what it was named. */
import { and, count, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Reader, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { type Actor, recordEvent } from '../events.ts'
import { line } from '../inputs.ts'
import { releases, revisionNames, revisions, scheduledChanges } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import {
  isRecorded,
  listRecorded,
  listRecordedSuggestions,
  type RecordedAnswer,
  type RecordedSuggestion,
} from '../sign-off/recorded.ts'
import type { ReviewStep, RevisionReason } from '../types.ts'
import { listPublicationEvents, type PublicationEvent, publicationVerbs } from './publication/past.ts'
import { requireRelease } from './require-release.ts'
import { type CountedStep, listSteps } from './review/state.ts'
import { insertRevision, parseDraft } from './revisions.ts'

interface Member {
  id: string
  name: string
}

export interface Version {
  id: string
  number: number
  reason: RevisionReason
  savedAt: Date
  savedBy: Member | null
  /** The version's name; empty when nobody has named it. */
  name: string
  /** Whether it is what is being written now. */
  isDraft: boolean
  /** Whether it is what readers see, or will see when its time comes. */
  isLive: boolean
  /** When it replaces what readers see, for a change that is scheduled. */
  replacesAt: Date | null
  /** When it was last published, by whom, and from when readers could read it. */
  sent: { at: Date; by: Member | null; goesOut: Date } | null
  /** For a restored version: when the older one was saved. */
  restoredFrom: Date | null
  /** What was done about its review while it stood there, the first first. */
  steps: { step: ReviewStep; at: Date; by: Member | null; note: string }[]
  /** What somebody outside has answered to its words, and the other words suggested for them. */
  answers: RecordedAnswer[]
  suggestions: RecordedSuggestion[]
}

/** The columns of a list, without the texts, so that a long history is read without them. */
const columns = {
  id: revisions.id,
  number: revisions.number,
  reason: revisions.reason,
  savedAt: revisions.savedAt,
  savedBy: { id: users.id, name: users.name },
  name: revisionNames.name,
  draftRevisionId: releases.draftRevisionId,
  liveRevisionId: releases.liveRevisionId,
  replacesAt: scheduledChanges.at,
  isRecorded: isRecorded(revisions.id),
}

const selectVersions = (reader: Reader = db) =>
  reader
    .select(columns)
    .from(revisions)
    .innerJoin(releases, eq(releases.id, revisions.releaseId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .leftJoin(scheduledChanges, eq(scheduledChanges.revisionId, revisions.id))
    .leftJoin(revisionNames, eq(revisionNames.revisionId, revisions.id))

type Row = Awaited<ReturnType<typeof selectVersions>>[number]

/** What has been done about a release, the first first: about its publication and its review. */
export interface Happened {
  events: PublicationEvent[]
  steps: CountedStep[]
}

export async function readHappened(releaseId: string): Promise<Happened> {
  const [events, steps] = await Promise.all([listPublicationEvents(releaseId), listSteps(db, releaseId)])
  return { events, steps }
}

interface Listed {
  most?: number
  before?: Pick<Version, 'savedAt' | 'number'> | undefined
  /** What has been done about the release, where that is known already. */
  happened?: Happened
}

/** Returns versions of a release, latest first: the `most` latest, or those before a version. */
export async function listRevisions(
  releaseId: string,
  { most = 1_000_000, before, happened }: Listed = {},
): Promise<Version[]> {
  const earlier =
    before &&
    or(
      lt(revisions.savedAt, before.savedAt),
      and(eq(revisions.savedAt, before.savedAt), lt(revisions.number, before.number)),
    )
  const rows = earlier
    ? await selectVersions()
        .where(and(eq(revisions.releaseId, releaseId), earlier))
        .orderBy(desc(revisions.savedAt), desc(revisions.number))
        .limit(most)
    : await latestQuery().execute({ releaseId, most })
  return withHappened(rows, happened ?? (await readHappened(releaseId)))
}

const latestQuery = prepared((reader) =>
  selectVersions(reader)
    .where(eq(revisions.releaseId, sql.placeholder('releaseId')))
    .orderBy(desc(revisions.savedAt), desc(revisions.number))
    .limit(atMost(sql.placeholder('most')))
    .prepare(),
)

/** Returns versions of a release by their ids, in no order. An id of another release's version finds nothing. */
export async function getVersions(releaseId: string, ids: string[]): Promise<Version[]> {
  const rows = await selectVersions().where(and(eq(revisions.releaseId, releaseId), inArray(revisions.id, ids)))
  return withHappened(rows, await readHappened(releaseId))
}

export async function countRevisions(releaseId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(revisions).where(eq(revisions.releaseId, releaseId))
  return found?.count ?? 0
}

/** Adds what else is known of versions: what has been done about each, and what others have said of it. */
async function withHappened(rows: Row[], { events, steps }: Happened): Promise<Version[]> {
  const ids = rows.flatMap(({ id, isRecorded }) => (isRecorded ? [id] : []))
  const [answers, suggestions] = ids.length
    ? await Promise.all([listRecorded(ids), listRecordedSuggestions(ids)])
    : [[], []]
  return rows.map(({ draftRevisionId, liveRevisionId, name, isRecorded: _, ...version }) => {
    const about = events.filter(({ details }) => details?.revision === version.id)
    const sent = about.findLast(({ verb }) => publicationVerbs.some((one) => one === verb))
    const restored = about.find(({ verb }) => verb === 'restore')
    return {
      ...version,
      name: name ?? '',
      isDraft: version.id === draftRevisionId,
      isLive: version.id === liveRevisionId,
      sent: sent ? { at: sent.at, by: sent.by, goesOut: new Date(sent.details?.at ?? sent.at) } : null,
      answers: answers.filter(({ revisionId }) => revisionId === version.id),
      suggestions: suggestions.filter(({ revisionId }) => revisionId === version.id),
      restoredFrom: restored ? new Date(restored.details?.savedAt ?? restored.at) : null,
      steps: steps
        .filter(({ revisionId }) => revisionId === version.id)
        .map(({ step, at, note, by }) => ({ step, at, note, by })),
    }
  })
}

/** Returns who started the release, and when: the last line of its history. */
export async function getBeginning(releaseId: string): Promise<{ at: Date; by: Member | null } | undefined> {
  const [row] = await db
    .select({ at: releases.createdAt, by: { id: users.id, name: users.name } })
    .from(releases)
    .leftJoin(users, eq(users.id, releases.createdBy))
    .where(eq(releases.id, releaseId))
  return row
}

/** Names a version, or takes its name away. Refuses a version that is not this release's, and more than 80 letters. */
export async function nameRevision(
  releaseId: string,
  revisionId: string,
  input: { name: string },
  by: { actor: Actor; now: Date },
): Promise<void> {
  const { name } = z.object({ name: line(80) }).parse(input)
  await write(async (tx) => {
    const found = await tx
      .select({ id: revisions.id })
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.releaseId, releaseId)))
    if (found.length === 0) throw new Refusal('unknown-version')
    const values = { name, namedAt: by.now, namedBy: by.actor.id }
    if (name) {
      await tx
        .insert(revisionNames)
        .values({ revisionId, ...values })
        .onConflictDoUpdate({ target: revisionNames.revisionId, set: values })
    } else await tx.delete(revisionNames).where(eq(revisionNames.revisionId, revisionId))
    const details = { release: releaseId, name }
    await recordEvent(tx, { ...by, verb: 'name', noun: 'revision', targetId: revisionId, details })
  })
}

/**
 * Stores a text as a version of its own beside the draft: its author met another text and chose that one. Refuses what
 * a save refuses, but never for being stale.
 */
export async function setAside(releaseId: string, input: unknown, by: { actor: Actor; now: Date }): Promise<void> {
  const draft = parseDraft(input)
  await write(async (tx) => {
    await requireRelease(tx, releaseId)
    const revision = await insertRevision(tx, releaseId, draft, { ...by, reason: 'aside' })
    const details = { revision }
    await recordEvent(tx, { ...by, verb: 'set-aside', noun: 'release', targetId: releaseId, details })
  })
}
