/** The people the newsroom presents: those a journalist can call, quote and read about. */
import { and, count, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { collator } from '#lib/format.ts'
import { type Language, languages, rootLanguage } from '#lib/locale.ts'
import { kindOf } from '#lib/media/library-item.ts'
import { Refusal } from '#lib/refusal.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { freeSlug, slugify } from '#lib/slug.ts'
import { isDay } from '#lib/time/days.ts'
import { db, type Reader, type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { live } from './live/visible.ts'
import { renewFiles } from './media/store.ts'
import { currentRole, listRoles, type Role, roleSchema, writeRoles } from './people/positions.ts'
import { media } from './schema/library.ts'
import { redirects } from './schema/newsroom.ts'
import { type Person, people, personTopics } from './schema/people.ts'
import { releases, revisionPeople } from './schema/releases.ts'
import { refuseUnknown } from './sqlite/constraints.ts'
import { portraitBases } from './types.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too-long' })
const perLanguage = (most: number) => z.partialRecord(z.enum(languages), line(most)).default({})
const yes = z.preprocess((value) => value === true || value === 'on', z.boolean())
const orNull = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value || null, schema.nullable())

const isWebAddress = (url: string) => /^https?:$/.test(URL.parse(url)?.protocol ?? '')
const isLanguageCode = (code: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)

const linkSchema = z
  .object({ label: line(100), url: line(500) })
  .refine(({ label, url }) => url || !label, { path: ['url'], error: 'required' })
  .refine(({ label, url }) => label || !url, { path: ['label'], error: 'required' })
  .refine(({ url }) => !url || isWebAddress(url), { path: ['url'], error: 'web-address' })

export const shortBioLength = 160

/** Everything that can be said of a person. The positions stand newest first. */
export const personSchema = z
  .object({
    name: line(100).min(1, { error: 'required' }),
    /** An empty sort name means surname first, made from the name. */
    sortName: line(100).default(''),
    email: line(254).refine((email) => !email || z.email().safeParse(email).success, { error: 'email' }),
    phone: line(50),
    links: z.array(linkSchema).max(10).default([]),
    shortBio: perLanguage(shortBioLength),
    longBio: perLanguage(5_000),
    speaks: z.array(z.string().refine(isLanguageCode)).max(20).default([]),
    topicIds: z.array(z.string().max(64)).max(50).default([]),
    pressContact: yes,
    portraitMediaId: orNull(z.string().max(64)),
    portraitAlt: perLanguage(1_000),
    /** The credit is stored with the image, where everybody else reads it. Left out, it stays unchanged. */
    portraitCredit: line(200).optional(),
    portraitBasis: orNull(z.enum(portraitBases)),
    portraitUntil: orNull(z.string().trim().refine(isDay, { error: 'date' })),
    portraitHidden: yes,
    roles: z.array(roleSchema).max(30).default([]),
  })
  .refine((person) => !person.portraitMediaId || person.portraitBasis, { path: ['portraitBasis'], error: 'basis' })
  .refine((person) => person.portraitBasis !== 'consent' || person.portraitUntil, {
    path: ['portraitUntil'],
    error: 'consent-until',
  })
export type PersonInput = z.input<typeof personSchema>
type Values = z.infer<typeof personSchema>

export type FullPerson = Person & { roles: Role[]; topicIds: string[] }

/** Makes a change and then the copy of the portrait for download again, which carries the credit. */
async function changePerson<T>(
  { portraitMediaId, portraitCredit }: Values,
  change: (tx: Writer) => Promise<T>,
): Promise<T> {
  const portrait = portraitMediaId
    ? await db.query.media.findFirst({ where: eq(media.id, portraitMediaId) })
    : undefined
  if (portrait && kindOf(portrait.mime) !== 'image') throw new Refusal('image-wanted')
  const changed = await refuseUnknown('person-reference', () => write(change))
  if (portrait && portraitCredit !== undefined && portraitCredit !== portrait.credit) await renewFiles(portrait.id)
  return changed
}

/** Adds a person and returns the id. The address is made from the name. */
export async function createPerson(input: PersonInput, by: { actor: Actor | null; now: Date }): Promise<string> {
  const values = personSchema.parse(input)
  return changePerson(values, async (tx) => {
    const slug = await freeSlug(slugify(values.name), (candidate) => isTaken(tx, candidate, ''))
    const [row] = await tx
      .insert(people)
      .values({ ...columns(values), slug, createdAt: by.now })
      .returning({ id: people.id })
    if (!row) throw new Error('the person was not written')
    await writeParts(tx, row.id, values)
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'person', targetId: row.id, now: by.now })
    return row.id
  })
}

/**
 * Saves a person and returns the new version. A new name gives a new address, and the old one redirects. Refuses a
 * stale version, and images, organisations and topics that are not there (`person-reference`).
 */
export async function savePerson(
  id: string,
  input: PersonInput,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = personSchema.parse(input)
  return changePerson(values, async (tx) => {
    const current = await tx.query.people.findFirst({ where: eq(people.id, id) })
    if (!current) throw new Refusal('unknown-person')
    if (current.version !== by.baseVersion) throw new Refusal('stale', { details: { version: current.version } })
    const slug = await slugAfter(tx, current, values.name, by.now)
    await tx
      .update(people)
      .set({ ...columns(values), slug, version: current.version + 1 })
      .where(eq(people.id, id))
    await writeParts(tx, id, values)
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'person', targetId: id, now: by.now })
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
  await tx.delete(personTopics).where(eq(personTopics.personId, personId))
  const topicRows = [...new Set(values.topicIds)].map((topicId) => ({ personId, topicId }))
  if (topicRows.length) await tx.insert(personTopics).values(topicRows)
  await writeRoles(tx, personId, values.roles)
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

async function isTaken(tx: Reader, slug: string, personId: string): Promise<boolean> {
  const current = await tx.query.people.findFirst({ where: and(eq(people.slug, slug), ne(people.id, personId)) })
  const former = await tx.query.redirects.findFirst({
    where: and(eq(redirects.noun, 'person'), eq(redirects.slug, slug), ne(redirects.targetId, personId)),
  })
  return Boolean(current ?? former)
}

async function slugAfter(tx: Writer, current: Person, name: string, now: Date): Promise<string> {
  if (slugify(name) === slugify(current.name)) return current.slug
  const slug = await freeSlug(slugify(name), (candidate) => isTaken(tx, candidate, current.id))
  await tx.delete(redirects).where(and(eq(redirects.noun, 'person'), eq(redirects.slug, slug)))
  await tx
    .insert(redirects)
    .values({ noun: 'person', language: '', slug: current.slug, targetId: current.id, createdAt: now })
  return slug
}

/** Archives a person: readers' pages and pickers no longer show them. What has been published stays as it was. */
export async function archivePerson(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await setArchived(id, by.now, 'archive', by)
}

/** Takes a person back from the archive. */
export async function restorePerson(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await setArchived(id, null, 'restore', by)
}

async function setArchived(id: string, archivedAt: Date | null, verb: string, by: { actor: Actor; now: Date }) {
  await write(async (tx) => {
    const current = await tx.query.people.findFirst({ where: eq(people.id, id) })
    if (!current) throw new Refusal('unknown-person')
    if (Boolean(current.archivedAt) === Boolean(archivedAt)) return
    // Not a new version: it changes nothing that somebody could be writing in the form.
    await tx.update(people).set({ archivedAt }).where(eq(people.id, id))
    await recordEvent(tx, { actor: by.actor, verb, noun: 'person', targetId: id, now: by.now })
  })
}

/** Returns a person with positions, newest first, and topics. */
export async function getPerson(id: string): Promise<FullPerson | undefined> {
  const person = await db.query.people.findFirst({ where: eq(people.id, id) })
  if (!person) return undefined
  const personRoles = await listRoles([id])
  const topics = await db
    .select({ topicId: personTopics.topicId })
    .from(personTopics)
    .where(eq(personTopics.personId, id))
  return { ...person, roles: personRoles.get(id) ?? [], topicIds: topics.map((row) => row.topicId) }
}

/** Returns people by sort name, å ä ö last. `search` looks in names, addresses and titles of positions, å as a. */
export async function listPeople(question: { search?: string; archived?: boolean } = {}) {
  const rows = await db
    .select()
    .from(people)
    .where(question.archived ? isNotNull(people.archivedAt) : isNull(people.archivedAt))
  const rolesOf = await listRoles(rows.map((row) => row.id))
  const matches = matcherOf(question.search ?? '')
  return rows
    .map((row) => ({ ...row, roles: rolesOf.get(row.id) ?? [] }))
    .filter((person) => {
      const worn = person.roles.flatMap((role) => [...Object.values(role.title), ...Object.values(role.organisation)])
      return matches([person.name, person.sortName, person.email, ...worn].join(' '))
    })
    .sort((a, b) => collator(rootLanguage).compare(a.sortName, b.sortName))
}

/**
 * Returns those who can be quoted, shown or called, with the position they have at `now`; on request archived people
 * too.
 */
export async function peopleForPicker(language: Language, now: Date, { archived = false } = {}) {
  const found = archived ? [...(await listPeople()), ...(await listPeople({ archived }))] : await listPeople()
  return found.map(
    ({ id, name, slug, phone, email, pressContact, portraitMediaId, portraitHidden, archivedAt, roles: worn }) => ({
      id,
      name,
      slug: archivedAt === null ? slug : null,
      phone,
      email,
      pressContact,
      archived: archivedAt !== null,
      portraitMediaId: portraitHidden ? null : portraitMediaId,
      ...(currentRole(worn, language, now) ?? { role: '', organisation: '' }),
    }),
  )
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
