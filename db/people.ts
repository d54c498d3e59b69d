/** The people the newsroom presents: those a journalist can call, quote and read about. */
import { and, count, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { collator } from '#lib/format.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { kindOf } from '#lib/media/library-item.ts'
import { Refusal } from '#lib/refusal.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { slugify } from '#lib/slug.ts'
import { db, prepared, type Writer, write } from './client.ts'
import { refuseUnknown } from './dialect.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { checkbox, day, line, orNull, perLanguage, requiredLine, storedId, webAddress } from './inputs.ts'
import { live } from './live/visible.ts'
import { renewFiles } from './media/renew.ts'
import { gapsOfPerson } from './people/gaps.ts'
import { currentPosition, listPositions, type Position, positionSchema, writePositions } from './people/positions.ts'
import { lastUsed } from './releases/last-used.ts'
import { media } from './schema/library.ts'
import { type Person, people, personTopics } from './schema/people.ts'
import { releases, revisionPeople } from './schema/releases.ts'
import { getSettings } from './settings.ts'
import { claimSlug, leaveRedirect } from './slugs.ts'
import { notInTrash, refuseTrashed } from './trash/in-trash.ts'
import { portraitBases } from './types.ts'
import { requireVersion } from './versions.ts'

const lineInEach = (most: number) => perLanguage(line(most)).default({})
const isLanguageCode = (code: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)

const linkSchema = z
  .object({ label: line(100), url: webAddress(500) })
  .refine(({ label, url }) => url || !label, { path: ['url'], error: 'required' })
  .refine(({ label, url }) => label || !url, { path: ['label'], error: 'required' })

export const shortBioLength = 160

/** Everything that can be said of a person. The positions stand newest first. */
export const personSchema = z
  .object({
    name: requiredLine(100),
    /** An empty sort name means surname first, made from the name. */
    sortName: line(100).default(''),
    email: line(254).refine((email) => !email || z.email().safeParse(email).success, { error: 'email' }),
    phone: line(50),
    links: z.array(linkSchema).max(10).default([]),
    shortBio: lineInEach(shortBioLength),
    longBio: lineInEach(5_000),
    speaks: z.array(z.string().refine(isLanguageCode)).max(20).default([]),
    topicIds: z.array(storedId).max(50).default([]),
    pressContact: checkbox,
    portraitMediaId: orNull(storedId),
    portraitAlt: lineInEach(1_000),
    /** The credit is stored with the image, where everybody else reads it. Left out, it stays unchanged. */
    portraitCredit: line(200).optional(),
    /** Readers get no portrait without one. Consent without a last day holds until it is withdrawn. */
    portraitBasis: orNull(z.enum(portraitBases)),
    portraitUntil: orNull(day()),
    portraitHidden: checkbox,
    /** Whether readers see the person only once a live text names them. */
    awaitsText: checkbox.default(false),
    roles: z.array(positionSchema).max(30).default([]),
  })
  .refine((person) => !person.pressContact || person.phone || person.email, { path: ['phone'], error: 'unreachable' })
export type PersonInput = z.input<typeof personSchema>
type Values = z.infer<typeof personSchema>

export type FullPerson = Person & { positions: Position[]; topicIds: string[] }
export type SearchedPerson = Pick<FullPerson, 'name' | 'sortName' | 'email' | 'positions'>

/** Makes a change and then the copy of the portrait for download again, which carries the credit. */
async function changePerson<T>(
  { portraitMediaId, portraitCredit }: Values,
  now: Date,
  change: (tx: Writer) => Promise<T>,
): Promise<T> {
  const portrait = portraitMediaId
    ? await db.query.media.findFirst({ where: eq(media.id, portraitMediaId) })
    : undefined
  if (portrait && kindOf(portrait.mime) !== 'image') throw new Refusal('image-wanted')
  const changed = await refuseUnknown('person-reference', () => write(change))
  if (portrait && portraitCredit !== undefined && portraitCredit !== portrait.credit) await renewFiles(portrait.id, now)
  return changed
}

/** Adds a person and returns the id. The address is made from the name. Of a stub the rest is left for later. */
export async function createPerson(
  input: unknown,
  by: { actor: Actor | null; now: Date; stub?: boolean },
): Promise<string> {
  const values = personSchema.parse(input)
  return changePerson(values, by.now, async (tx) => {
    const id = v7()
    const slug = await claimPersonSlug(tx, id, values.name)
    await tx.insert(people).values({ id, ...columns(values), slug, stub: by.stub ?? false, createdAt: by.now })
    await writeParts(tx, id, values)
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'person', targetId: id, now: by.now })
    return id
  })
}

/**
 * Saves a person and returns the new version. A new name gives a new address, and the old one redirects. Refuses a
 * stale version, and images, organisations and topics that are not there (`person-reference`).
 */
export async function savePerson(
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = personSchema.parse(input)
  return changePerson(values, by.now, async (tx) => {
    const row = await tx.query.people.findFirst({ where: eq(people.id, id) })
    const current = requireVersion(row, by.baseVersion, 'unknown-person')
    const before = await fieldsOf(tx, 'person', id)
    await refuseTrashed(tx, 'person', id)
    const isSameName = slugify(values.name) === slugify(current.name)
    const slug = await claimPersonSlug(tx, id, values.name, isSameName ? current.slug : undefined)
    if (slug !== current.slug) await leaveRedirect(tx, { noun: 'person', language: '', id }, current.slug, by.now)
    await tx
      .update(people)
      .set({ ...columns(values), slug, version: current.version + 1 })
      .where(eq(people.id, id))
    await writeParts(tx, id, values)
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'person', targetId: id, before, now: by.now })
    return current.version + 1
  })
}

function columns({ roles: _roles, topicIds: _topics, portraitCredit: _credit, ...values }: Values) {
  return {
    ...values,
    links: values.links.filter((link) => link.url),
    sortName: values.sortName || surnameFirst(values.name),
    portraitUntil: values.portraitBasis === 'consent' ? values.portraitUntil : null,
  }
}

function surnameFirst(name: string): string {
  const words = name.split(/\s+/)
  const surname = words.pop() ?? ''
  return words.length ? `${surname}, ${words.join(' ')}` : surname
}

async function writeParts(tx: Writer, personId: string, values: Values) {
  // A topic in the trash is not in the form, and is to be there again when it is restored.
  await tx
    .delete(personTopics)
    .where(and(eq(personTopics.personId, personId), notInTrash('topic', personTopics.topicId)))
  const topicRows = [...new Set(values.topicIds)].map((topicId) => ({ personId, topicId }))
  if (topicRows.length) await tx.insert(personTopics).values(topicRows).onConflictDoNothing()
  await writePositions(tx, personId, values.roles)
  if (values.portraitMediaId && values.portraitCredit !== undefined) {
    const image = await tx.query.media.findFirst({ where: eq(media.id, values.portraitMediaId) })
    if (image && image.credit !== values.portraitCredit) {
      await tx
        .update(media)
        .set({ credit: values.portraitCredit, version: image.version + 1 })
        .where(eq(media.id, image.id))
    }
  }
}

/** The address made from a person's name. It is the same in all languages, and stays while the name folds to the same. */
function claimPersonSlug(tx: Writer, id: string, name: string, current?: string): Promise<string> {
  const isTakenNow = async (slug: string) =>
    Boolean(await tx.query.people.findFirst({ where: and(eq(people.slug, slug), ne(people.id, id)) }))
  return claimSlug(tx, { noun: 'person', language: '', id }, { current, title: name, isTakenNow })
}

/** Returns a person with positions, newest first, and topics. */
export async function getPerson(id: string): Promise<FullPerson | undefined> {
  const person = await db.query.people.findFirst({ where: eq(people.id, id) })
  if (!person) return undefined
  const positions = await listPositions([id])
  const topics = await db
    .select({ topicId: personTopics.topicId })
    .from(personTopics)
    .where(eq(personTopics.personId, id))
  return { ...person, positions: positions.get(id) ?? [], topicIds: topics.map((row) => row.topicId) }
}

/**
 * Returns people by sort name, å ä ö last: those presented, or the archived ones, and never those in the trash. `search`
 * looks in names, addresses and titles of positions, å as a.
 */
export async function listPeople(question: { search?: string; archived?: boolean } = {}) {
  const found = await readPeople(question.archived ? 'archived' : 'presented')
  const matches = matcherOf(question.search ?? '')
  return found.filter((person) => matches(wordsOfPerson(person)))
}

const readPeople = async (which: keyof typeof groups) => withPositions(await peopleQuery(which).execute())

/** Adds their positions to people, and sorts them by sort name. */
async function withPositions<Row extends Person>(rows: Row[]): Promise<(Row & { positions: Position[] })[]> {
  const positionsOf = await listPositions(rows.map((row) => row.id))
  return rows
    .map((row) => ({ ...row, positions: positionsOf.get(row.id) ?? [] }))
    .sort((a, b) => collator(rootLanguage).compare(a.sortName, b.sortName))
}

/** Whoever lies in the trash is archived, too. */
const groups = {
  presented: () => and(isNull(people.archivedAt), notInTrash('person', people.id)),
  archived: () => and(isNotNull(people.archivedAt), notInTrash('person', people.id)),
  all: () => undefined,
}

const peopleQuery = prepared((reader, which: keyof typeof groups) =>
  reader.select().from(people).where(groups[which]()).prepare(),
)

/** The same, with when a text that quotes each, or has them as its contact, was last changed. */
const usedPeopleQuery = prepared((reader, which: keyof typeof groups) => {
  const [quoted, contacts] = [lastUsed(reader, 'quoted'), lastUsed(reader, 'contacts')]
  return reader
    .select({ person: people, quotedAt: quoted.at, contactAt: contacts.at })
    .from(people)
    .leftJoin(quoted, eq(quoted.personId, people.id))
    .leftJoin(contacts, eq(contacts.personId, people.id))
    .where(groups[which]())
    .prepare()
})

/** Returns the words by which a person is searched for. */
export function wordsOfPerson(person: SearchedPerson): string {
  const held = person.positions.flatMap(({ title, organisation }) => [
    ...Object.values(title),
    ...Object.values(organisation),
  ])
  return [person.name, person.sortName, person.email, ...held].join(' ')
}

/**
 * Returns those who can be quoted, shown or called, with the position they have at `now` and when a text last used them;
 * on request also people who are archived or in the trash, whom a text may name already. Each comes with what is left to
 * fill in, in the languages given, else in those of the newsroom.
 */
export async function peopleForPicker(
  language: Language,
  now: Date,
  { archived = false, languages }: { archived?: boolean; languages?: Language[] } = {},
) {
  const rows = await usedPeopleQuery(archived ? 'all' : 'presented').execute()
  const found = await withPositions(rows.map(({ person, ...used }) => ({ ...person, ...used })))
  found.sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null))
  const spoken = languages ?? (await getSettings())?.languages ?? [language]
  return found.map((person) => {
    const { id, name, slug, phone, email, pressContact, portraitMediaId, portraitHidden, archivedAt, awaitsText } =
      person
    return {
      id,
      name,
      slug: archivedAt === null && !awaitsText ? slug : null,
      phone,
      email,
      pressContact,
      archived: archivedAt !== null,
      portraitMediaId: portraitHidden ? null : portraitMediaId,
      quotedAt: person.quotedAt,
      contactAt: person.contactAt,
      gaps: gapsOfPerson(person, spoken, now),
      ...(currentPosition(person.positions, language, now) ?? { role: '', organisation: '' }),
    }
  })
}

/** Returns how many live releases show this person's card. */
export async function countAppearances(personId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ releases: count() })
    .from(revisionPeople)
    .innerJoin(releases, eq(releases.liveRevisionId, revisionPeople.revisionId))
    .where(and(eq(revisionPeople.personId, personId), live(now)))
  return row?.releases ?? 0
}
