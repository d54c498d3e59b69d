/** Releases as the studio sees them: created, found and listed, each with the status that follows from its dates. */
import { and, eq, isNotNull, not, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { emptyDocument } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { readDraft } from './releases/drafts.ts'
import { requireRelease } from './releases/require-release.ts'
import { idOfAuthor } from './releases/review/state.ts'
import { type Draft, firstRevision, parseDraft } from './releases/revisions.ts'
import { createSnapshot } from './releases/translations.ts'
import { draftForTranslator } from './releases/translator-draft.ts'
import { type Release, releases, revisions, type SourceAuthor } from './schema/releases.ts'
import { notInTrash } from './trash/in-trash.ts'
import type { Kind } from './types.ts'

export type ReleaseStatus = 'draft' | 'scheduled' | 'live' | 'withdrawn'

/** Returns the status of a release at a moment. It follows from the dates, so no job can be late in setting it. */
export function statusOf(
  release: Pick<Release, 'liveRevisionId' | 'publishAt' | 'withdrawnAt'>,
  now: Date,
): ReleaseStatus {
  if (release.withdrawnAt) return 'withdrawn'
  if (!release.liveRevisionId || !release.publishAt) return 'draft'
  return release.publishAt <= now ? 'live' : 'scheduled'
}

/** Whether the draft holds anything that readers do not see yet. */
export const hasUnpublishedChanges = (release: Pick<Release, 'liveRevisionId' | 'draftRevisionId'>): boolean =>
  release.liveRevisionId !== null && release.draftRevisionId !== release.liveRevisionId

/** Returns a release, unless it lies in the trash. */
export async function getRelease(id: string): Promise<Release | undefined> {
  return (await releaseQuery().execute({ id }))[0]
}

const releaseQuery = prepared((reader) =>
  reader
    .select()
    .from(releases)
    .where(and(eq(releases.id, sql.placeholder('id')), notInTrash('release', releases.id)))
    .prepare(),
)

/** Returns every language version of a story but those in the trash. */
export async function listVersions(storyId: string): Promise<Release[]> {
  return versionsQuery().execute({ storyId })
}

const versionsQuery = prepared((reader) =>
  reader
    .select()
    .from(releases)
    .where(and(eq(releases.storyId, sql.placeholder('storyId')), notInTrash('release', releases.id)))
    .prepare(),
)

export const emptyDraft = (kind: Kind): Draft => ({
  kind,
  title: '',
  slug: '',
  lead: [],
  leadForm: 'points',
  body: emptyDocument,
  place: '',
  byline: '',
  summary: '',
  hero: null,
  topicIds: [],
  seriesId: null,
  ai: null,
  meeting: null,
  cards: [],
  contactIds: [],
})

/** Starts a release, perhaps with a text that has been written already, and returns its id. Refuses what a save refuses. */
export async function createRelease(
  input: { language: Language; kind: Kind } & Partial<Pick<Draft, 'contactIds' | 'title' | 'body'>>,
  by: { actor: Actor; now: Date },
): Promise<string> {
  const { language, kind, contactIds = [], title = '', body = emptyDocument } = input
  return insertRelease(v7(), language, parseDraft({ ...emptyDraft(kind), contactIds, title, body }), by)
}

/**
 * Starts the same story in another language from the draft, and returns the new release's id. Refuses if the story
 * already has that language.
 */
export async function createTranslation(
  sourceId: string,
  language: Language,
  by: { actor: Actor; now: Date },
): Promise<string> {
  const source = await getRelease(sourceId)
  const draft = source?.draftRevisionId ? await readDraft(db, source.draftRevisionId) : undefined
  if (!source || !draft) throw new Refusal('unknown-release')
  const versions = await listVersions(source.storyId)
  if (versions.some((version) => version.language === language)) throw new Refusal('translation-exists')
  return insertRelease(source.storyId, language, await draftForTranslator(draft, source.language, language), {
    ...by,
    source,
    translated: draft,
  })
}

/** Starts a story of its own from a text written in another, and returns its id. Refuses what a save refuses. */
export async function createCopy(sourceId: string, input: unknown, by: { actor: Actor; now: Date }): Promise<string> {
  const draft = parseDraft(input)
  const source = await requireRelease(db, sourceId)
  return insertRelease(v7(), source.language, { ...draft, slug: '' }, { ...by, source })
}

const insertRelease = (storyId: string, language: Language, draft: Draft, by: Beginning): Promise<string> =>
  write((tx) => beginRelease(tx, { storyId, language, draft }, by))

interface Beginning {
  actor: Actor
  now: Date
  /** The release it is made from, whose authors go with it. */
  source?: Release
  /** The source's text, when what begins is a translation of it. */
  translated?: Draft
}

/** Begins a release inside a change under way and returns its id. */
export async function beginRelease(
  tx: Writer,
  { storyId, language, draft }: { storyId: string; language: Language; draft: Draft },
  by: Beginning,
): Promise<string> {
  const { source, translated } = by
  const id = v7()
  await leaveStory(tx, storyId, language)
  await tx.insert(releases).values({
    id,
    storyId,
    language,
    draftVersion: 1,
    createdAt: by.now,
    createdBy: by.actor.id,
    sourceAuthors: source ? await authorsOfSource(tx, source) : [],
    updatedAt: by.now,
  })
  const draftRevisionId = await firstRevision(tx, id, draft, by)
  await tx.update(releases).set({ draftRevisionId }).where(eq(releases.id, id))
  if (source && translated) await createSnapshot(tx, id, source.id, translated)
  await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'release', targetId: id, now: by.now })
  return id
}

/** Returns whoever started a text or one it was made from, and who else has written in them. */
async function authorsOfSource(tx: Writer, { id, sourceAuthors, createdBy }: Release): Promise<SourceAuthor[]> {
  const written = await tx
    .selectDistinct({ id: revisions.createdBy })
    .from(revisions)
    .where(and(eq(revisions.releaseId, id), isNotNull(revisions.createdBy)))
  const wrote = written.flatMap(({ id }) => (id ? [{ wrote: id }] : []))
  const all: SourceAuthor[] = [...wrote, ...sourceAuthors, createdBy]
  return [...new Map(all.map((author) => [idOfAuthor(author), author])).values()]
}

/** Makes a version in the trash a story of its own, when another is begun in its language. */
async function leaveStory(tx: Writer, storyId: string, language: Language) {
  await tx
    .update(releases)
    .set({ storyId: v7() })
    .where(and(eq(releases.storyId, storyId), eq(releases.language, language), not(notInTrash('release', releases.id))))
}
