/** Puts a word of 35 letters into everything that readers see of the newsroom DATA_DIR names, in another process. */
import { eq, sql } from 'drizzle-orm'
import { db, write } from '#db/client.ts'
import { closeDatabase } from '#db/engine.ts'
import { addMedia } from '#db/media.ts'
import { media, organisations } from '#db/schema/library.ts'
import { settings, statements } from '#db/schema/newsroom.ts'
import { people, positions } from '#db/schema/people.ts'
import { seriesTexts, topicTexts } from '#db/schema/subjects.ts'
import { pdf } from '#db/testing/documents.ts'
import { createTopic } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import type { Block, Inline } from '#lib/document/rich-text.ts'
import type { Localized } from '#lib/locale.ts'
import { createTestRelease } from './releases.ts'

const word = 'Koldioxidinfångningsanläggningarnas'
const said = (text = word): Inline[] => [{ type: 'text', text }]
const paragraph = { type: 'paragraph' as const, content: said() }
const item = { type: 'listItem' as const, content: [paragraph] }
const list = (inner: typeof item) => ({ type: 'bulletList' as const, content: [inner] })
const row = (type: 'tableHeader' | 'tableCell', texts: string[]) => ({
  type: 'tableRow' as const,
  content: texts.map((text) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph' as const, content: said(text) }],
  })),
})

/** A text with the word in each place a writer can fill. */
function blocks(personId: string, image: string, document: string): Block[] {
  const use = { mediaId: image, altDecision: 'decorative' as const, alt: '', caption: word }
  return [
    paragraph,
    { type: 'heading', attrs: { level: 2 }, content: said() },
    { type: 'heading', attrs: { level: 3 }, content: said() },
    { type: 'heading', attrs: { level: 4 }, content: said() },
    list({ ...item, content: [paragraph, list(item) as never] }),
    { type: 'orderedList', attrs: { start: 9_999 }, content: [item] },
    { type: 'quote', attrs: { personId }, content: said(`– ${word}.`) },
    {
      type: 'quote',
      attrs: { personId: null, attribution: { place: 'after', verb: 'säger', named: word } },
      content: said(),
    },
    {
      type: 'factBox',
      attrs: { title: word },
      content: [{ type: 'factRow', attrs: { term: word }, content: said() }, paragraph, list(item)],
    },
    {
      type: 'table',
      attrs: { caption: `${word}\n${word}`, totals: false },
      content: [row('tableHeader', [word, word, word]), row('tableCell', [word, word, '1 000'])],
    },
    { type: 'paragraph', content: said(`Källa: ${word}`) },
    { type: 'image', attrs: use },
    { type: 'gallery', content: [1, 2, 3].map(() => ({ type: 'image' as const, attrs: use })) },
    { type: 'embed', attrs: { provider: 'youtube', videoId: 'abc', title: word } },
    { type: 'download', attrs: { mediaId: document, title: word } },
  ]
}

const before = (column: unknown) => sql<string>`${word} || ' ' || ${column}`
const inBoth = (text: Localized): Localized => ({ ...text, sv: `${word} ${text.sv ?? ''}`, en: word })

/** Writes the word into a text, however deep in a value it lies. Codes and days, which have no capital, stay. */
const inTexts = (value: unknown): unknown => {
  if (typeof value === 'string') return /^\p{Lu}/u.test(value) ? `${word} ${value}` : value
  if (Array.isArray(value)) return value.map(inTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTexts(inner)]))
}

await write(async (tx) => {
  await tx.update(topicTexts).set({ name: before(topicTexts.name), intro: before(topicTexts.intro) })
  await tx.update(seriesTexts).set({ name: before(seriesTexts.name), intro: before(seriesTexts.intro) })
  for (const { id, name, shortBio, longBio } of await tx.select().from(people)) {
    const links = [{ label: word, url: 'https://example.org/' }]
    await tx
      .update(people)
      .set({ name: `${word} ${name}`, shortBio: inBoth(shortBio), longBio: inBoth(longBio), links })
      .where(eq(people.id, id))
  }
  for (const { id, title } of await tx.select().from(positions))
    await tx
      .update(positions)
      .set({ title: inBoth(title) })
      .where(eq(positions.id, id))
  for (const { id, name } of await tx.select().from(organisations))
    await tx
      .update(organisations)
      .set({ name: inBoth(name) })
      .where(eq(organisations.id, id))
  for (const { id, caption, credit } of await tx.select().from(media))
    await tx
      .update(media)
      .set({ caption: inBoth(caption), credit: `${word} ${credit}` })
      .where(eq(media.id, id))
  const [newsroom] = await tx.select().from(settings)
  await tx.update(settings).set({ name: word, texts: inTexts(newsroom?.texts) as never })
  for (const { kind, content } of await tx.select().from(statements))
    await tx
      .update(statements)
      .set({ content: inTexts(content) as never })
      .where(eq(statements.kind, kind))
})

const [person] = await db.select({ id: people.id }).from(people).where(eq(people.slug, 'ingrid-olvestad'))
const [topic] = await db
  .select({ id: topicTexts.subjectId })
  .from(topicTexts)
  .where(eq(topicTexts.slug, 'processvatten'))
const [series] = await db.select({ id: seriesTexts.subjectId }).from(seriesTexts).limit(1)
const [image] = await db.select({ id: media.id }).from(media).where(eq(media.filename, 'hero.png'))
const [member] = await listUsers()
const file = { bytes: pdf(word), filename: `${word}.pdf`, title: { sv: word }, caption: { sv: word } }
const document = await addMedia(file, { actor: { id: member?.id ?? '' }, now: new Date() })
const release = await createTestRelease({
  slug: 'langa-ord',
  title: word,
  lead: [word, word],
  summary: word,
  place: word,
  byline: word,
  body: { type: 'doc', content: blocks(person?.id ?? '', image?.id ?? '', document.id) },
  hero: { mediaId: image?.id ?? '', altDecision: 'decorative', alt: '', caption: word },
  topicIds: [topic?.id ?? ''],
  seriesId: series?.id ?? null,
  cards: [{ personId: person?.id ?? '', role: word, organisation: word }],
  contactIds: [person?.id ?? ''],
})
await release.publish()
for (const kind of ['correction', 'note'] as const) await release.publish(undefined, { kind, wrong: word, text: word })

// So many topics that they are a register.
const by = { actor: { id: member?.id ?? '' }, now: new Date() }
for (const letters of ['ABCDEFGHI', 'JKLMNOPQR', 'STUVYZÅÄÖ']) {
  const topicIds = await Promise.all(
    [...letters].map((letter) =>
      createTopic({ texts: { sv: { name: `${letter} ${word}`, slug: '', intro: '' } } }, by),
    ),
  )
  const about = await createTestRelease({ title: letters, topicIds })
  await about.publish()
}
await closeDatabase()
