/**
 * What topics and series have in common: a name, an address and an introduction in each language, and redirects from
 * old addresses.
 */
import { and, asc, count, countDistinct, eq, inArray, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { inLanguage, type Language, languages, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { freeSlug, slugify } from '#lib/slug.ts'
import { db, type Reader, type Writer, write } from './client.ts'
import type { AnyColumn, AnyTable } from './dialect.ts'
import { type Actor, recordEvent } from './events.ts'
import { redirects } from './schema/newsroom.ts'
import { releases } from './schema/releases.ts'
import type { SubjectText, topics, topicTexts } from './schema/subjects.ts'

/** A kind of subject: its tables, and how versions of releases belong to it. */
export interface Shelf {
  noun: 'topic' | 'series'
  subjects: typeof topics
  texts: typeof topicTexts
  members: {
    table: AnyTable
    revisionId: AnyColumn
    subjectId: AnyColumn
    /** Whether most releases belong to none. */
    areFew: boolean
  }
}

const subjectTextSchema = z
  .object({
    name: z.string().trim().max(80, { error: 'too-long' }),
    slug: z
      .string()
      .trim()
      .max(80, { error: 'too-long' })
      .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, { error: 'slug-form' }),
    intro: z.string().trim().max(500, { error: 'too-long' }),
  })
  .refine((text) => text.name || (!text.slug && !text.intro), { error: 'required', path: ['name'] })

const subjectSchema = z.object({ texts: z.partialRecord(z.enum(languages), subjectTextSchema) })
export type SubjectInput = z.input<typeof subjectSchema>

export type SubjectTexts = Partial<Record<Language, Pick<SubjectText, 'name' | 'slug' | 'intro'>>>

export interface Subject {
  id: string
  version: number
  texts: SubjectTexts
}

/** Returns the name in the wanted language, else in any it has. */
export const subjectName = ({ texts }: Pick<Subject, 'texts'>, language: Language): string =>
  inLanguage(Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, text?.name])), language)

export async function getSubject(shelf: Shelf, id: string): Promise<Subject | undefined> {
  const [subject] = await db.select().from(shelf.subjects).where(eq(shelf.subjects.id, id))
  return subject && { ...subject, texts: (await textsOf(shelf, [id])).get(id) ?? {} }
}

/** Returns all of a kind, in no particular order. */
export async function listSubjectNames(shelf: Shelf): Promise<Subject[]> {
  const [all, texts] = await Promise.all([db.select().from(shelf.subjects), textsOf(shelf)])
  return all.map((subject) => ({ ...subject, texts: texts.get(subject.id) ?? {} }))
}

/** Returns all of a kind, in no particular order, with how many stories have each in their draft or live version. */
export async function listSubjects(shelf: Shelf): Promise<(Subject & { stories: number })[]> {
  const { subjectId } = shelf.members
  const [all, used] = await Promise.all([
    listSubjectNames(shelf),
    db
      .select({ subjectId, stories: countDistinct(releases.storyId) })
      .from(shelf.members.table)
      .innerJoin(releases, isCurrent(shelf))
      .groupBy(subjectId),
  ])
  const stories = new Map(used.map((row) => [row.subjectId, row.stories]))
  return all.map((subject) => ({
    ...subject,
    stories: stories.get(subject.id) ?? 0,
  }))
}

const isCurrent = ({ members: { revisionId } }: Shelf) =>
  or(
    eq(releases.draftRevisionId, revisionId),
    and(eq(releases.liveRevisionId, revisionId), ne(releases.liveRevisionId, releases.draftRevisionId)),
  )

async function textsOf({ texts: table }: Shelf, ids?: string[]): Promise<Map<string, SubjectTexts>> {
  const rows = await db
    .select()
    .from(table)
    .where(ids && inArray(table.subjectId, ids))
    .orderBy(asc(table.language))
  const texts = new Map<string, SubjectTexts>()
  for (const { subjectId, language, ...text } of rows)
    texts.set(subjectId, { ...texts.get(subjectId), [language]: text })
  return texts
}

/** Creates one and returns its id. Refuses one without a name in any language, and an address that is taken. */
export async function createSubject(
  shelf: Shelf,
  input: SubjectInput,
  by: { actor: Actor | null; now: Date },
): Promise<string> {
  const { texts } = subjectSchema.parse(input)
  return write(async (tx) => {
    const [subject] = await tx.insert(shelf.subjects).values({}).returning()
    if (!subject) throw new Error(`the ${shelf.noun} was not written`)
    await writeTexts(tx, shelf, subject.id, texts, by.now)
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: shelf.noun, targetId: subject.id, now: by.now })
    return subject.id
  })
}

/** Saves one and returns its new version. Refuses a stale version; a changed address leaves a redirect. */
export async function saveSubject(
  shelf: Shelf,
  id: string,
  input: SubjectInput,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const { texts } = subjectSchema.parse(input)
  return write(async (tx) => {
    const [subject] = await tx.select().from(shelf.subjects).where(eq(shelf.subjects.id, id))
    if (!subject) throw new Refusal(`unknown-${shelf.noun}`)
    if (subject.version !== by.baseVersion) throw new Refusal('stale')
    await writeTexts(tx, shelf, id, texts, by.now)
    const version = subject.version + 1
    await tx.update(shelf.subjects).set({ version }).where(eq(shelf.subjects.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: shelf.noun, targetId: id, now: by.now })
    return version
  })
}

/**
 * Deletes one that nothing uses. Refuses while a release has it, or as many others as `alsoUsed` counts. `letGo`
 * removes it from versions that nobody sees any more.
 */
export async function deleteSubject(
  shelf: Shelf,
  id: string,
  by: { actor: Actor; now: Date },
  { alsoUsed, letGo }: { alsoUsed?: (tx: Writer) => Promise<number>; letGo: (tx: Writer) => Promise<unknown> },
): Promise<void> {
  const { noun, subjects, texts } = shelf
  await write(async (tx) => {
    const uses = (await countReleases(tx, shelf, id)) + ((await alsoUsed?.(tx)) ?? 0)
    if (uses > 0) throw new Refusal(`${noun}-in-use`, { details: { count: uses } })
    await letGo(tx)
    await tx.delete(redirects).where(and(eq(redirects.noun, noun), eq(redirects.targetId, id)))
    await tx.delete(texts).where(eq(texts.subjectId, id))
    const gone = await tx.delete(subjects).where(eq(subjects.id, id)).returning()
    if (gone.length === 0) throw new Refusal(`unknown-${noun}`)
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun, targetId: id, now: by.now })
  })
}

async function countReleases(from: Reader, shelf: Shelf, id: string): Promise<number> {
  const [row] = await from
    .select({ uses: count() })
    .from(shelf.members.table)
    .innerJoin(releases, isCurrent(shelf))
    .where(eq(shelf.members.subjectId, id))
  return row?.uses ?? 0
}

async function writeTexts(tx: Writer, shelf: Shelf, subjectId: string, texts: SubjectTexts, now: Date) {
  const { noun, texts: table } = shelf
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
    const former = before.find((other) => other.language === language)
    const slug = await claimSlug(tx, shelf, subjectId, { language, ...text }, former?.slug)
    if (former && former.slug !== slug) {
      await tx
        .insert(redirects)
        .values({ noun, language, slug: former.slug, targetId: subjectId, createdAt: now })
        .onConflictDoNothing()
    }
    await tx
      .insert(table)
      .values({ subjectId, language, ...text, slug })
      .onConflictDoUpdate({ target: [table.subjectId, table.language], set: { ...text, slug } })
  }
}

/**
 * Returns the address. One that somebody chose is refused when taken; one made from the name becomes the next free one,
 * and then stays.
 */
async function claimSlug(
  tx: Writer,
  { noun, texts: table }: Shelf,
  subjectId: string,
  { language, name, slug: wanted }: { language: Language; name: string; slug: string },
  former: string | undefined,
): Promise<string> {
  const isTaken = async (slug: string) => {
    const [current] = await tx
      .select({ id: table.subjectId })
      .from(table)
      .where(and(eq(table.language, language), eq(table.slug, slug), ne(table.subjectId, subjectId)))
    const [redirect] = await tx
      .select({ id: redirects.targetId })
      .from(redirects)
      .where(
        and(
          eq(redirects.noun, noun),
          eq(redirects.language, language),
          eq(redirects.slug, slug),
          ne(redirects.targetId, subjectId),
        ),
      )
    return Boolean(current ?? redirect)
  }
  if (!wanted) return former ?? freeSlug(slugify(name), isTaken)
  if (await isTaken(wanted)) throw new Refusal('slug-taken', { field: `texts.${language}.slug` })
  await tx
    .delete(redirects)
    .where(and(eq(redirects.noun, noun), eq(redirects.language, language), eq(redirects.slug, wanted)))
  return wanted
}
