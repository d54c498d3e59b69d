/** What can be done with several texts at once. Each verb does all it may, and tells what it left and why. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { lettersWithin } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { type Member, may } from '../permissions.ts'
import { beginRelease } from '../releases.ts'
import { type Release, releases, translations } from '../schema/releases.ts'
import { topics } from '../schema/subjects.ts'
import { type User, users } from '../schema/users.ts'
import { notInTrash, refuseTrashed } from '../trash/in-trash.ts'
import { type BulkOutcome, eachMay, layInTrash, refuseToTrash } from '../trash.ts'
import { tellOfHandOver } from '../users/notifications.ts'
import { readDraft } from './drafts.ts'
import { requireRelease } from './require-release.ts'
import { type Draft, maxTopics, writeDraft } from './revisions.ts'

type By = { actor: Member; now: Date }

/** Returns the ids of all versions of stories. */
export async function versionIdsOf(storyIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: releases.id })
    .from(releases)
    .where(and(inArray(releases.storyId, storyIds), notInTrash('release', releases.id)))
  return rows.map((row) => row.id)
}

/**
 * Puts whole stories in the trash, in all their languages. A story with a version that may not be thrown away (see
 * `moveToTrash`) stays as it is. Returns also the releases that were moved.
 */
export async function moveStoriesToTrash(storyIds: string[], by: By): Promise<BulkOutcome & { releaseIds: string[] }> {
  const releaseIds: string[] = []
  const outcome = await write((tx) =>
    eachMay(storyIds, async (storyId) => {
      const ids = (await versionsOf(tx, storyId)).map(({ id }) => id)
      for (const id of ids) await refuseToTrash(tx, 'release', id, by)
      for (const id of ids) await layInTrash(tx, 'release', id, by)
      releaseIds.push(...ids)
    }),
  )
  return { ...outcome, releaseIds }
}

async function versionsOf(tx: Writer, storyId: string): Promise<Release[]> {
  const versions = await tx.query.releases.findMany({
    where: and(eq(releases.storyId, storyId), notInTrash('release', releases.id)),
    orderBy: (table, { asc }) => [asc(table.createdAt), asc(table.id)],
  })
  if (versions.length === 0) throw new Refusal('unknown-release')
  return versions
}

/**
 * Copies stories, in all their languages, as drafts of the member's own, without dates, addresses and comments. Refuses
 * contributors the texts of others (`text-of-others`). Returns also the releases it made.
 */
export async function duplicateStories(storyIds: string[], by: By): Promise<BulkOutcome & { releaseIds: string[] }> {
  const releaseIds: string[] = []
  const outcome = await write((tx) =>
    eachMay(storyIds, async (storyId) => {
      const versions = await versionsOf(tx, storyId)
      for (const version of versions) refuseOthers(version, by.actor)
      const copies = new Map<string, string>()
      const copyId = v7()
      for (const version of versions) {
        const draft = titledCopy(await draftOf(tx, version), version)
        const copy = { storyId: copyId, language: version.language, draft }
        copies.set(version.id, await beginRelease(tx, copy, { ...by, source: version }))
      }
      await copySources(tx, copies)
      releaseIds.push(...copies.values())
    }),
  )
  return { ...outcome, releaseIds }
}

function refuseOthers(release: Release, actor: Member) {
  if (!may(actor, 'manage-text', release)) throw new Refusal('text-of-others')
}

async function draftOf(tx: Writer, { draftRevisionId }: Release): Promise<Draft> {
  const draft = draftRevisionId ? await readDraft(tx, draftRevisionId) : undefined
  if (!draft) throw new Refusal('unknown-release')
  return draft
}

const maxTitle = 300

function titledCopy(draft: Draft, { language }: Release): Draft {
  const t = translator(language, 'releases')
  const room = maxTitle - t('copy-of', { title: '' }).length
  return {
    ...draft,
    slug: '',
    title: draft.title && t('copy-of', { title: lettersWithin(draft.title, room) }),
  }
}

/** A copy of a translation is a translation of the copy. */
async function copySources(tx: Writer, copies: Map<string, string>) {
  const rows = await tx
    .select()
    .from(translations)
    .where(inArray(translations.releaseId, [...copies.keys()]))
  for (const { releaseId, sourceId, seen } of rows) {
    const [copy, source] = [copies.get(releaseId), copies.get(sourceId)]
    if (copy && source) await tx.insert(translations).values({ releaseId: copy, sourceId: source, seen })
  }
}

/**
 * Puts a topic on the drafts of releases, last of theirs, or takes it away. Refuses an unknown topic, more than twenty on
 * a text (`too-many-topics`), and contributors the texts of others. Returns also the releases it changed: a live one
 * gets a change that is not published yet.
 */
export async function setTopic(
  releaseIds: string[],
  topicId: string,
  by: By & { on: boolean },
): Promise<BulkOutcome & { releaseIds: string[] }> {
  const changed: string[] = []
  const outcome = await write(async (tx) => {
    if (!(await tx.query.topics.findFirst({ where: eq(topics.id, topicId) }))) throw new Refusal('unknown-topic')
    if (by.on) await refuseTrashed(tx, 'topic', topicId)
    return eachMay(releaseIds, async (id) => {
      const release = await requireRelease(tx, id)
      refuseOthers(release, by.actor)
      const draft = await draftOf(tx, release)
      if (draft.topicIds.includes(topicId) === by.on) return
      if (by.on && draft.topicIds.length >= maxTopics) throw new Refusal('too-many-topics')
      const topicIds = by.on ? [...draft.topicIds, topicId] : draft.topicIds.filter((one) => one !== topicId)
      const before = await fieldsOf(tx, 'release', id)
      await writeDraft(tx, release, { ...draft, topicIds }, { actor: by.actor, reason: 'save', now: by.now })
      const verb = by.on ? 'add-topic' : 'remove-topic'
      const details = { topic: topicId }
      await recordEvent(tx, { actor: by.actor, verb, noun: 'release', targetId: id, details, before, now: by.now })
      changed.push(id)
    })
  })
  return { ...outcome, releaseIds: changed }
}

type FormerWriter = { id: string; writerId: string | null }

/**
 * Makes a member the writer of releases. Refuses an unknown or removed member (`unknown-member`), and members who may not
 * hand texts over (`reassign-of-others`). Returns also who was the writer of each before.
 */
export async function setWriter(
  releaseIds: string[],
  writerId: string,
  by: By,
): Promise<BulkOutcome & { before: FormerWriter[] }> {
  const before: FormerWriter[] = []
  const outcome = await write(async (tx) => {
    const writer = await requireMember(tx, writerId)
    return eachMay(releaseIds, async (id) => {
      const former = await handOver(tx, id, writer, by)
      if (former) before.push(former)
    })
  })
  return { ...outcome, before }
}

/**
 * Gives releases back to those who were their writers before they were handed over. Left are texts of somebody who is no
 * member any more, and texts that had no writer (`unknown-member`).
 */
export async function giveBack(before: FormerWriter[], by: By): Promise<BulkOutcome> {
  const writers = new Map(before.map(({ id, writerId }) => [id, writerId]))
  return write((tx) =>
    eachMay([...writers.keys()], async (id) => handOver(tx, id, await requireMember(tx, writers.get(id) ?? ''), by)),
  )
}

async function requireMember(tx: Writer, id: string): Promise<User> {
  const member = await tx.query.users.findFirst({ where: and(eq(users.id, id), isNull(users.removedAt)) })
  if (!member) throw new Refusal('unknown-member')
  return member
}

/** Makes a member the writer of a release. Returns who was before, or undefined where it is theirs already. */
async function handOver(tx: Writer, id: string, writer: User, by: By): Promise<FormerWriter | undefined> {
  const release = await requireRelease(tx, id)
  if (!may(by.actor, 'reassign-text', release)) throw new Refusal('reassign-of-others')
  if (release.createdBy === writer.id) return undefined
  const before = await fieldsOf(tx, 'release', id)
  await tx.update(releases).set({ createdBy: writer.id }).where(eq(releases.id, id))
  const details = { writer: writer.id }
  const about = { noun: 'release', targetId: id, details, before }
  await recordEvent(tx, { actor: by.actor, verb: 'reassign', ...about, now: by.now })
  await tellOfHandOver(tx, { releaseId: id, from: release.createdBy, to: writer }, by)
  return { id, writerId: release.createdBy }
}
