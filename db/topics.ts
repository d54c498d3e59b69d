/** What releases are about, named and addressed in each language. */
import { and, asc, count, countDistinct, eq, inArray, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { inLanguage, type Language, languages, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { freeSlug, slugify } from '#lib/slug.ts'
import { db, type Reader, type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { personTopics, redirects, releases, revisionTopics, type TopicText, topics, topicTexts } from './schema.ts'

export const topicTextSchema = z
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

export const topicSchema = z.object({ texts: z.partialRecord(z.enum(languages), topicTextSchema) })

export type TopicTexts = Partial<Record<Language, Pick<TopicText, 'name' | 'slug' | 'intro'>>>

export interface Topic {
  id: string
  version: number
  texts: TopicTexts
}

export interface ListedTopic extends Topic {
  /** Stories with the topic in their draft or live version, and people who can be asked about it. */
  stories: number
  people: number
}

/** The topic's name in the wanted language, else in any it has. */
export const topicName = ({ texts }: Pick<Topic, 'texts'>, language: Language): string =>
  inLanguage(Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, text?.name])), language)

export async function getTopic(id: string): Promise<Topic | undefined> {
  const topic = await db.query.topics.findFirst({ where: eq(topics.id, id) })
  return topic && { ...topic, texts: (await textsOf([id])).get(id) ?? {} }
}

/** Every topic with where it is used, in no particular order: names sort by the reader's language. */
export async function listTopics(): Promise<ListedTopic[]> {
  const [all, texts, inStories, ofPeople] = await Promise.all([
    db.select().from(topics),
    textsOf(),
    db
      .select({ topicId: revisionTopics.topicId, uses: countDistinct(releases.storyId) })
      .from(revisionTopics)
      .innerJoin(releases, isCurrent)
      .groupBy(revisionTopics.topicId),
    db.select({ topicId: personTopics.topicId, uses: count() }).from(personTopics).groupBy(personTopics.topicId),
  ])
  const usesOf = (rows: { topicId: string; uses: number }[], id: string) =>
    rows.find((row) => row.topicId === id)?.uses ?? 0
  return all.map((topic) => ({
    ...topic,
    texts: texts.get(topic.id) ?? {},
    stories: usesOf(inStories, topic.id),
    people: usesOf(ofPeople, topic.id),
  }))
}

const isCurrent = or(
  eq(releases.draftRevisionId, revisionTopics.revisionId),
  and(eq(releases.liveRevisionId, revisionTopics.revisionId), ne(releases.liveRevisionId, releases.draftRevisionId)),
)

async function textsOf(ids?: string[]): Promise<Map<string, TopicTexts>> {
  const rows = await db
    .select()
    .from(topicTexts)
    .where(ids && inArray(topicTexts.topicId, ids))
    .orderBy(asc(topicTexts.language))
  const texts = new Map<string, TopicTexts>()
  for (const { topicId, language, ...text } of rows) texts.set(topicId, { ...texts.get(topicId), [language]: text })
  return texts
}

/** Creates a topic and returns its id. Refuses one without a name in any language, and an address that is taken. */
export async function createTopic(
  input: z.input<typeof topicSchema>,
  by: { actor: Actor | null; now: Date },
): Promise<string> {
  const { texts } = topicSchema.parse(input)
  return write(async (tx) => {
    const [topic] = await tx.insert(topics).values({}).returning()
    if (!topic) throw new Error('the topic was not written')
    await writeTexts(tx, topic.id, texts, by.now)
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'topic', targetId: topic.id, now: by.now })
    return topic.id
  })
}

/** Saves a topic and returns its new version. Refuses a stale version; a changed address leaves a redirect. */
export async function saveTopic(
  id: string,
  input: z.input<typeof topicSchema>,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const { texts } = topicSchema.parse(input)
  return write(async (tx) => {
    const topic = await tx.query.topics.findFirst({ where: eq(topics.id, id) })
    if (!topic) throw new Refusal('unknown-topic')
    if (topic.version !== by.baseVersion) throw new Refusal('stale')
    await writeTexts(tx, id, texts, by.now)
    const version = topic.version + 1
    await tx.update(topics).set({ version }).where(eq(topics.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'topic', targetId: id, now: by.now })
    return version
  })
}

/** Deletes a topic nothing uses. Refuses (`topic-in-use`) while a release or a person has it. */
export async function deleteTopic(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const uses = await countUses(tx, id)
    if (uses > 0) throw new Refusal('topic-in-use', { details: { count: uses } })
    // What is left are versions nobody sees any more.
    await tx.delete(revisionTopics).where(eq(revisionTopics.topicId, id))
    await tx.delete(redirects).where(and(eq(redirects.noun, 'topic'), eq(redirects.targetId, id)))
    await tx.delete(topicTexts).where(eq(topicTexts.topicId, id))
    const gone = await tx.delete(topics).where(eq(topics.id, id)).returning()
    if (gone.length === 0) throw new Refusal('unknown-topic')
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'topic', targetId: id, now: by.now })
  })
}

async function countUses(from: Reader, id: string): Promise<number> {
  const [inReleases] = await from
    .select({ uses: count() })
    .from(revisionTopics)
    .innerJoin(releases, isCurrent)
    .where(eq(revisionTopics.topicId, id))
  const [ofPeople] = await from.select({ uses: count() }).from(personTopics).where(eq(personTopics.topicId, id))
  return (inReleases?.uses ?? 0) + (ofPeople?.uses ?? 0)
}

async function writeTexts(tx: Writer, topicId: string, texts: TopicTexts, now: Date) {
  const before = await tx.select().from(topicTexts).where(eq(topicTexts.topicId, topicId))
  const named = languages.filter((language) => texts[language]?.name)
  const first = languages.find((language) => language in texts) ?? rootLanguage
  if (named.length === 0) throw new Refusal('topic-nameless', { field: `texts.${first}.name` })
  // An address readers have been given must go on leading somewhere.
  const unnamed = before.find((text) => texts[text.language] && !texts[text.language]?.name)
  if (unnamed) throw new Refusal('topic-unnamed', { field: `texts.${unnamed.language}.name` })
  for (const language of named) {
    const text = texts[language]
    if (!text) continue
    const former = before.find((other) => other.language === language)
    const slug = await claimSlug(tx, topicId, language, text, former?.slug)
    if (former && former.slug !== slug) {
      await tx
        .insert(redirects)
        .values({ noun: 'topic', language, slug: former.slug, targetId: topicId, createdAt: now })
        .onConflictDoNothing()
    }
    await tx
      .insert(topicTexts)
      .values({ topicId, language, ...text, slug })
      .onConflictDoUpdate({ target: [topicTexts.topicId, topicTexts.language], set: { ...text, slug } })
  }
}

/** An address somebody chose is refused when taken; one made from the name finds the next free one, and then stays. */
async function claimSlug(
  tx: Writer,
  topicId: string,
  language: Language,
  text: { name: string; slug: string },
  former: string | undefined,
): Promise<string> {
  const isTaken = async (slug: string) => {
    const current = await tx.query.topicTexts.findFirst({
      where: and(eq(topicTexts.language, language), eq(topicTexts.slug, slug), ne(topicTexts.topicId, topicId)),
    })
    const redirect = await tx.query.redirects.findFirst({
      where: and(
        eq(redirects.noun, 'topic'),
        eq(redirects.language, language),
        eq(redirects.slug, slug),
        ne(redirects.targetId, topicId),
      ),
    })
    return Boolean(current ?? redirect)
  }
  if (!text.slug) return former ?? freeSlug(slugify(text.name), isTaken)
  if (await isTaken(text.slug)) throw new Refusal('slug-taken', { field: `texts.${language}.slug` })
  await tx
    .delete(redirects)
    .where(and(eq(redirects.noun, 'topic'), eq(redirects.language, language), eq(redirects.slug, text.slug)))
  return text.slug
}
