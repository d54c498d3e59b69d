/**
 * Tells what the audit log says of a thing's fields, in words that a person can read: names instead of ids, and only what
 * is listed here, so that no secret, no hash and no running text can get into the log.
 */
import { asc, eq } from 'drizzle-orm'
import { inLanguage, rootLanguage } from '#lib/locale.ts'
import type { Reader } from '../client.ts'
import { crisisUpdates } from '../schema/crises.ts'
import { duties, rota } from '../schema/duties.ts'
import { embargoLinks } from '../schema/embargoes.ts'
import type { FieldChange, FieldValue } from '../schema/events.ts'
import { media, organisations } from '../schema/library.ts'
import { settings, statements } from '../schema/newsroom.ts'
import { people, personTopics, positions } from '../schema/people.ts'
import { questions } from '../schema/questions.ts'
import { previewLinks, releases, revisionTopics } from '../schema/releases.ts'
import { signOffs } from '../schema/sign-offs.ts'
import { seriesTexts, topicTexts } from '../schema/subjects.ts'
import { sessions, users } from '../schema/users.ts'
import type { StatementKind } from '../types.ts'
import { choicesOf } from '../users/mail-choices.ts'
import { nameOf } from './names.ts'

export type ToldFields = Record<string, FieldValue>

const maxLetters = 2_000

/** Returns the fields of a thing as they are now, by name. Of a noun that has none, or a thing that is gone, nothing. */
export async function fieldsOf(tx: Reader, noun: string, id: string): Promise<ToldFields> {
  const told = Object.hasOwn(readers, noun) ? await readers[noun as keyof typeof readers](tx, id) : {}
  return Object.fromEntries(Object.entries(told).flatMap(([name, value]) => flat(name, value)))
}

/** Returns the fields that differ. */
export const changesBetween = (before: ToldFields, after: ToldFields): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => (change.before || null) !== (change.after || null))

/** Returns a value as one field, or one for each of its parts. */
function flat(name: string, value: unknown): [string, FieldValue][] {
  if (value instanceof Date) return [[name, value.toISOString()]]
  if (Array.isArray(value)) return [[name, cut(value.map(inWords).join('\n'))]]
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([part, inside]) => flat(`${name}.${part}`, inside))
  return [[name, typeof value === 'string' ? cut(value) : ((value ?? null) as FieldValue)]]
}

const inWords = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? Object.values(value).filter(Boolean).map(inWords).join(', ')
    : String(value)

const cut = (text: string): string => (text.length > maxLetters ? `${text.slice(0, maxLetters)}…` : text)

const readers = {
  async release(tx: Reader, id: string) {
    const release = await tx.query.releases.findFirst({ where: eq(releases.id, id) })
    if (!release) return {}
    const { slug, publishAt, withdrawnAt, withdrawnReason, redirectToId, createdBy, draftRevisionId } = release
    const { plannedAt } = release
    const chosen = await tx
      .select({ id: revisionTopics.topicId })
      .from(revisionTopics)
      .where(eq(revisionTopics.revisionId, draftRevisionId ?? ''))
      .orderBy(asc(revisionTopics.position))
    return {
      slug,
      publishAt,
      plannedAt,
      withdrawnAt,
      withdrawnReason,
      redirectTo: redirectToId && (await nameOf(tx, 'release', redirectToId)),
      writer: createdBy && (await nameOf(tx, 'user', createdBy)),
      topics: await namesOf(tx, 'topic', chosen),
    }
  },
  async person(tx: Reader, id: string) {
    const person = await tx.query.people.findFirst({ where: eq(people.id, id) })
    if (!person) return {}
    const { name, sortName, slug, email, phone, links, shortBio, longBio, speaks, pressContact, portraitAlt } = person
    const topics = await tx.select({ id: personTopics.topicId }).from(personTopics).where(eq(personTopics.personId, id))
    const held = await tx
      .select({
        title: positions.title,
        organisation: organisations.name,
        since: positions.since,
        until: positions.until,
      })
      .from(positions)
      .innerJoin(organisations, eq(organisations.id, positions.organisationId))
      .where(eq(positions.personId, id))
      .orderBy(asc(positions.position))
    return {
      ...{ name, sortName, slug, email, phone, links, shortBio, longBio, speaks, pressContact, portraitAlt },
      topics: await namesOf(tx, 'topic', topics),
      roles: held.map((one) => ({ ...one, organisation: inLanguage(one.organisation, rootLanguage) })),
      portrait: person.portraitMediaId && (await nameOf(tx, 'media', person.portraitMediaId)),
      portraitBasis: person.portraitBasis,
      portraitUntil: person.portraitUntil,
      portraitHidden: person.portraitHidden,
      awaitsText: person.awaitsText,
    }
  },
  async media(tx: Reader, id: string) {
    const file = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!file) return {}
    const { filename, alt, title, caption, credit, licence, terms, takenAt, digitalSourceType, focalX, focalY } = file
    const focalPoint = `${focalX} %, ${focalY} %`
    return { filename, alt, title, caption, credit, licence, terms, takenAt, digitalSourceType, focalPoint }
  },
  async topic(tx: Reader, id: string) {
    return textsOf(await tx.select().from(topicTexts).where(eq(topicTexts.subjectId, id)))
  },
  async series(tx: Reader, id: string) {
    return textsOf(await tx.select().from(seriesTexts).where(eq(seriesTexts.subjectId, id)))
  },
  async organisation(tx: Reader, id: string) {
    const organisation = await tx.query.organisations.findFirst({ where: eq(organisations.id, id) })
    if (!organisation) return {}
    const { kind, name, url, mark, logoMediaId } = organisation
    const logo = logoMediaId && (await nameOf(tx, 'media', logoMediaId))
    return { kind, name, url, mark: mark !== null, logo }
  },
  async settings(tx: Reader) {
    const row = await tx.query.settings.findFirst({ where: eq(settings.id, 'settings') })
    if (!row) return {}
    const { id: _id, version: _version, ...told } = row
    return told
  },
  async statement(tx: Reader, kind: string) {
    const row = await tx.query.statements.findFirst({ where: eq(statements.kind, kind as StatementKind) })
    return { ...row?.content }
  },
  async 'crisis-update'(tx: Reader, id: string) {
    const row = await tx.query.crisisUpdates.findFirst({ where: eq(crisisUpdates.id, id) })
    return row ? { updateTexts: row.texts, updateWrong: row.wrong } : {}
  },
  async duty(tx: Reader, id: string) {
    const duty = await tx.query.duties.findFirst({ where: eq(duties.id, id) })
    if (!duty) return {}
    const { startsAt, endsAt, deskNumber, personId, askedPersonId } = duty
    const asked = askedPersonId && (await nameOf(tx, 'person', askedPersonId))
    return { onDuty: await nameOf(tx, 'person', personId), startsAt, endsAt, deskNumber, asked }
  },
  async question(tx: Reader, id: string) {
    const question = await tx.query.questions.findFirst({ where: eq(questions.id, id) })
    if (!question) return {}
    const { heldBy, deadline, closing, closedAt } = question
    return { heldBy: heldBy && (await nameOf(tx, 'user', heldBy)), deadline, closing, closedAt }
  },
  async rota(tx: Reader) {
    const row = await tx.query.rota.findFirst({ where: eq(rota.id, 'rota') })
    if (!row) return {}
    const hours = row.hours.map((set) => (set ? `${set.from}–${set.until}` : '–'))
    return { dutyHours: hours, fallbackPhone: row.fallbackPhone, fallbackText: row.fallbackText }
  },
  async user(tx: Reader, id: string) {
    const user = await tx.query.users.findFirst({ where: eq(users.id, id) })
    if (!user) return {}
    const { name, email, role, language, removedAt } = user
    return { name, email: removedAt ? '' : email, role, language, sessions: await devicesOf(tx, id) }
  },
  async 'mail-choices'(tx: Reader, userId: string) {
    const user = await tx.query.users.findFirst({ where: eq(users.id, userId) })
    return user ? { mail: choicesOf(user) } : {}
  },
  async 'preview-link'(tx: Reader, id: string) {
    const link = await tx.query.previewLinks.findFirst({ where: eq(previewLinks.id, id) })
    return link ? { linkName: link.name, expiresAt: link.expiresAt, revokedAt: link.revokedAt } : {}
  },
  async 'embargo-link'(tx: Reader, id: string) {
    const link = await tx.query.embargoLinks.findFirst({ where: eq(embargoLinks.id, id) })
    if (!link) return {}
    const { name, outlet, expiresAt, acceptedAt, revokedAt } = link
    return { linkName: name, outlet, expiresAt, acceptedAt, revokedAt }
  },
  async 'sign-off'(tx: Reader, id: string) {
    const link = await tx.query.signOffs.findFirst({ where: eq(signOffs.id, id) })
    return link ? { linkName: link.name, expiresAt: link.expiresAt, revokedAt: link.revokedAt } : {}
  },
}

const textsOf = (rows: { language: string; name: string; slug: string; intro: string }[]) => ({
  name: Object.fromEntries(rows.map(({ language, name }) => [language, name])),
  slug: Object.fromEntries(rows.map(({ language, slug }) => [language, slug])),
  intro: Object.fromEntries(rows.map(({ language, intro }) => [language, intro])),
})

/** Returns where somebody is signed in, in words: what is ended is told by what it was. */
async function devicesOf(tx: Reader, userId: string): Promise<string[][]> {
  const rows = await tx
    .select({ browser: sessions.browser, system: sessions.system, network: sessions.network })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(sessions.createdAt), asc(sessions.id))
  return rows.map(({ browser, system, network }) => [browser, system, network])
}

async function namesOf(tx: Reader, noun: string, things: { id: string }[]): Promise<string[]> {
  const names = await Promise.all(things.map(({ id }) => nameOf(tx, noun, id)))
  return names.filter((name) => name !== null)
}
