/**
 * What topics and series have in common: a name, an address and an introduction in each language, and redirects from
 * old addresses.
 */
import { and, asc, count, countDistinct, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inLanguage, type Language, languages, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Reader, type Writer, write } from './client.ts'
import type { AnyColumn, AnyTable } from './dialect.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { line, perLanguage } from './inputs.ts'
import { releases } from './schema/releases.ts'
import type { SubjectText, topics, topicTexts } from './schema/subjects.ts'
import { claimSlug, dropRedirects, leaveRedirect, slugForm } from './slugs.ts'
import { notInTrash, refuseTrashed, takeFromTrash } from './trash/in-trash.ts'
import { requireVersion } from './versions.ts'

/** A kind of subject: its tables, and how versions of releases belong to it. */
export interface SubjectKind {
  noun: 'topic' | 'series'
  subjects: typeof topics
  texts: typeof topicTexts
  members: {
    table: AnyTable
    revisionId: AnyColumn
    subjectId: AnyColumn
    /** The release of the version, where the table has it: all releases would be gone through to find it. */
    releaseId?: AnyColumn
    /** Whether most releases belong to none. */
    areFew: boolean
  }
}

const subjectTextSchema = z
  .object({
    name: line(80),
    slug: line(80).regex(slugForm, { error: 'slug-form' }),
    intro: line(500),
  })
  .refine((text) => text.name || (!text.slug && !text.intro), { error: 'required', path: ['name'] })

const subjectSchema = z.object({ texts: perLanguage(subjectTextSchema) })

export type SubjectTexts = Partial<Record<Language, Pick<SubjectText, 'name' | 'slug' | 'intro'>>>

export interface Subject {
  id: string
  version: number
  /** Whether it was added where a text needed it. */
  stub: boolean
  texts: SubjectTexts
}

/** Returns the name in the wanted language, else in any it has. */
export const subjectName = ({ texts }: Pick<Subject, 'texts'>, language: Language): string =>
  inLanguage(Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, text?.name])), language)

export async function getSubject(kind: SubjectKind, id: string): Promise<Subject | undefined> {
  return withTexts(await queriesOf(kind).byId().execute({ id }))[0]
}

/** Returns all of a kind, in no particular order. Those in the trash are left out unless they are asked for. */
export async function listSubjectNames(kind: SubjectKind, { trashed = false } = {}): Promise<Subject[]> {
  return withTexts(await queriesOf(kind).all(trashed).execute())
}

/** A subject with how much it is used. */
export interface UsedSubject extends Subject {
  /** How many stories have it in their draft or live version. */
  stories: number
  /** When a text that has it in its draft was last changed; null where none has. */
  usedAt: Date | null
}

/** Returns all of a kind with their uses, in no particular order. What lies in the trash uses none. */
export async function listSubjects(kind: SubjectKind): Promise<UsedSubject[]> {
  const rows: UsedRow[] = await queriesOf(kind).used().execute()
  const uses = new Map(rows.map(({ subject, stories, usedAt }) => [subject.id, { stories: stories ?? 0, usedAt }]))
  return withTexts(rows).map((subject) => ({ stories: 0, usedAt: null, ...subject, ...uses.get(subject.id) }))
}

const isCurrent = ({ members: { revisionId, releaseId } }: SubjectKind) =>
  and(
    releaseId && eq(releases.id, releaseId),
    or(
      eq(releases.draftRevisionId, revisionId),
      and(eq(releases.liveRevisionId, revisionId), ne(releases.liveRevisionId, releases.draftRevisionId)),
    ),
  )

/** The queries of each kind, a row for each text of a subject. */
const queries = new Map<SubjectKind, ReturnType<typeof makeQueries>>()

function queriesOf(kind: SubjectKind) {
  const known = queries.get(kind) ?? makeQueries(kind)
  queries.set(kind, known)
  return known
}

function makeQueries(kind: SubjectKind) {
  const { noun, subjects, texts: text, members } = kind
  const ofSubject = eq(text.subjectId, subjects.id)
  const usesOf = (reader: Reader) =>
    reader
      .select({
        subjectId: members.subjectId,
        stories: countDistinct(releases.storyId).as('stories'),
        usedAt: sql<Date | null>`max(case when ${eq(releases.draftRevisionId, members.revisionId)}
          then ${releases.updatedAt} end)`
          .mapWith(releases.updatedAt)
          .as('used_at'),
      })
      .from(members.table)
      .innerJoin(releases, isCurrent(kind))
      .where(and(isNotNull(members.subjectId), notInTrash('release', releases.id)))
      .groupBy(members.subjectId)
      .as('uses')
  return {
    byId: prepared((reader) =>
      reader
        .select({ subject: subjects, text })
        .from(subjects)
        .leftJoin(text, ofSubject)
        .where(eq(subjects.id, sql.placeholder('id')))
        .orderBy(asc(text.language))
        .prepare(),
    ),
    all: prepared((reader, trashed: boolean) =>
      reader
        .select({ subject: subjects, text })
        .from(subjects)
        .leftJoin(text, ofSubject)
        .where(trashed ? undefined : notInTrash(noun, subjects.id))
        .orderBy(asc(subjects.id), asc(text.language))
        .prepare(),
    ),
    used: prepared((reader) => {
      const uses = usesOf(reader)
      return reader
        .select({ subject: subjects, text, stories: uses.stories, usedAt: uses.usedAt })
        .from(subjects)
        .leftJoin(text, ofSubject)
        .leftJoin(sql`${uses}`, eq(uses.subjectId, subjects.id))
        .where(notInTrash(noun, subjects.id))
        .orderBy(asc(subjects.id), asc(text.language))
        .prepare()
    }),
  }
}

interface SubjectRow {
  subject: Omit<Subject, 'texts'>
  text: SubjectText | null
}

interface UsedRow extends SubjectRow {
  stories: number | null
  usedAt: Date | null
}

function withTexts(rows: SubjectRow[]): Subject[] {
  const found = new Map<string, Subject>()
  for (const { subject, text } of rows) {
    const known = found.get(subject.id) ?? { ...subject, texts: {} }
    if (text) {
      const { subjectId: _, language, ...said } = text
      known.texts[language] = said
    }
    found.set(subject.id, known)
  }
  return [...found.values()]
}

/**
 * Creates one and returns its id. Of a stub the rest is left for later. Refuses one without a name in any language, and
 * an address that is taken.
 */
export async function createSubject(
  kind: SubjectKind,
  input: unknown,
  by: { actor: Actor | null; now: Date; stub?: boolean },
): Promise<string> {
  const { texts } = subjectSchema.parse(input)
  return write(async (tx) => {
    const [subject] = await tx
      .insert(kind.subjects)
      .values({ stub: by.stub ?? false })
      .returning()
    if (!subject) throw new Error(`the ${kind.noun} was not written`)
    await writeTexts(tx, kind, subject.id, texts, by.now)
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: kind.noun, targetId: subject.id, now: by.now })
    return subject.id
  })
}

/** Saves one and returns its new version. Refuses a stale version; a changed address leaves a redirect. */
export async function saveSubject(
  kind: SubjectKind,
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const { texts } = subjectSchema.parse(input)
  return write(async (tx) => {
    const [row] = await tx.select().from(kind.subjects).where(eq(kind.subjects.id, id))
    const subject = requireVersion(row, by.baseVersion, `unknown-${kind.noun}`)
    await refuseTrashed(tx, kind.noun, id)
    const before = await fieldsOf(tx, kind.noun, id)
    await writeTexts(tx, kind, id, texts, by.now)
    const version = subject.version + 1
    await tx.update(kind.subjects).set({ version }).where(eq(kind.subjects.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: kind.noun, targetId: id, before, now: by.now })
    return version
  })
}

/**
 * Deletes one that nothing uses. Refuses while a release has it, or as many others as `otherUses` counts. `detach`
 * removes it from versions that nobody sees any more.
 */
export async function deleteSubject(
  kind: SubjectKind,
  id: string,
  by: { actor: Actor | null; now: Date },
  { otherUses, detach }: { otherUses?: (tx: Writer) => Promise<number>; detach: (tx: Writer) => Promise<unknown> },
): Promise<void> {
  const { noun, subjects, texts } = kind
  await write(async (tx) => {
    const uses = (await countReleases(tx, kind, id)) + ((await otherUses?.(tx)) ?? 0)
    if (uses > 0) throw new Refusal(`${noun}-in-use`, { details: { count: uses } })
    await detach(tx)
    await takeFromTrash(tx, noun, id)
    await dropRedirects(tx, { noun, id })
    await tx.delete(texts).where(eq(texts.subjectId, id))
    const gone = await tx.delete(subjects).where(eq(subjects.id, id)).returning()
    if (gone.length === 0) throw new Refusal(`unknown-${noun}`)
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun, targetId: id, now: by.now })
  })
}

async function countReleases(from: Reader, kind: SubjectKind, id: string): Promise<number> {
  const [row] = await from
    .select({ uses: count() })
    .from(kind.members.table)
    .innerJoin(releases, isCurrent(kind))
    .where(eq(kind.members.subjectId, id))
  return row?.uses ?? 0
}

async function writeTexts(tx: Writer, kind: SubjectKind, subjectId: string, texts: SubjectTexts, now: Date) {
  const { noun, texts: table } = kind
  const before = await tx.select().from(table).where(eq(table.subjectId, subjectId))
  const named = languages.filter((language) => texts[language]?.name)
  const first = languages.find((language) => language in texts) ?? rootLanguage
  if (named.length === 0) throw new Refusal(`${noun}-nameless`, { field: `texts.${first}.name` })
  // An address that readers have been given must go on leading somewhere.
  const unnamed = before.find((text) => texts[text.language] && !texts[text.language]?.name)
  if (unnamed) throw new Refusal('subject-unnamed', { field: `texts.${unnamed.language}.name` })
  for (const language of named) {
    const text = texts[language]
    if (!text) continue
    const former = before.find((other) => other.language === language)?.slug
    const slug = await claimSubjectSlug(tx, kind, subjectId, language, { ...text, former })
    if (former && former !== slug) await leaveRedirect(tx, { noun, language, id: subjectId }, former, now)
    await tx
      .insert(table)
      .values({ subjectId, language, ...text, slug })
      .onConflictDoUpdate({ target: [table.subjectId, table.language], set: { ...text, slug } })
  }
}

/** Returns the address of a name: the one somebody chose, or one made from the name, which then stays. */
function claimSubjectSlug(
  tx: Writer,
  { noun, texts: table }: SubjectKind,
  id: string,
  language: Language,
  { name, slug, former }: { name: string; slug: string; former: string | undefined },
): Promise<string> {
  const isTakenNow = async (candidate: string) => {
    const [other] = await tx
      .select({ id: table.subjectId })
      .from(table)
      .where(and(eq(table.language, language), eq(table.slug, candidate), ne(table.subjectId, id)))
    return other !== undefined
  }
  const chosen = { slug, field: `texts.${language}.slug` }
  return claimSlug(tx, { noun, language, id }, { chosen, current: former, title: name, isTakenNow })
}
