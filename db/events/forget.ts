/** Forgets somebody in the audit log: what is personal is blanked, and the chain over the log stays whole. */
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db, type Writer, write } from '../client.ts'
import { among, jsonText, jsonWhole } from '../dialect.ts'
import { type AnyActor, recordEvent } from '../events.ts'
import { forgetSignUp, signedUpAs } from '../meetings/delete.ts'
import { dropDeliveriesAbout } from '../outbox/deliveries.ts'
import { emailsOf, eraseQuestion, questionsOf } from '../questions/erase.ts'
import { eventChain, events } from '../schema/events.ts'
import { meetingSignUps } from '../schema/meetings.ts'
import { notifications } from '../schema/outbox.ts'
import { people } from '../schema/people.ts'
import { comments } from '../schema/releases.ts'
import { signOffs, suggestions } from '../schema/sign-offs.ts'
import { users } from '../schema/users.ts'
import { notedByName } from '../types.ts'

/** What the log can forget by its id: what is a person, or was said by one. What a text went through is no secret of anybody. */
const forgettable = [
  'person',
  'user',
  'preview-link',
  'comment',
  'sign-off',
  'embargo-link',
  'meeting-sign-up',
  'suggestion',
  'feedback',
] as const
/** What somebody outside has done themselves. */
const doneOutside = ['comment', 'sign-off', 'embargo-link', 'meeting-sign-up', 'suggestion']

/**
 * Somebody whom the log knows by an id; as `guest` by the name they gave, as `recipient` by their e-mail address, and as
 * `asker`, who has asked a question, by either.
 */
export interface LoggedPerson {
  noun: string
  id: string
}

const isGuest = (name: string) => and(eq(events.actorKind, 'guest'), eq(events.actorName, name))
const isSentTo = (addresses: string[]) =>
  and(inArray(events.noun, ['delivery', 'invitation']), among(jsonText(events.details, 'recipient'), addresses))

/** Returns whom the log knows by an id, by a name as it was written, or by an e-mail address. */
export async function findLogged(nameOrId: string): Promise<LoggedPerson[]> {
  const things = await db
    .selectDistinct({ noun: events.noun, id: events.targetId })
    .from(events)
    .where(and(inArray(events.noun, [...forgettable]), or(eq(events.targetId, nameOrId), eq(events.name, nameOrId))))
  const signedUp = await db.select({ id: meetingSignUps.id }).from(meetingSignUps).where(signedUpAs(nameOrId))
  const guest = [
    ...(await db.select({ id: events.id }).from(events).where(isGuest(nameOrId)).limit(1)),
    ...(await db.select({ id: comments.id }).from(comments).where(saidBy(nameOrId)).limit(1)),
    ...(await db.select({ id: suggestions.id }).from(suggestions).where(suggestedBy(nameOrId)).limit(1)),
  ]
  const sent = await db
    .select({ id: events.id })
    .from(events)
    .where(isSentTo([nameOrId]))
    .limit(1)
  const asked = await questionsOf(nameOrId)
  return [
    ...things,
    ...signedUp.map(({ id }) => known('meeting-sign-up', id)),
    ...(guest.length ? [known('guest', nameOrId)] : []),
    ...(asked.length ? [known('asker', nameOrId)] : []),
    // Forgetting who has asked forgets what was sent to them.
    ...(sent.length && !asked.length ? [known('recipient', nameOrId)] : []),
  ]
}

const known = (noun: string, id: string): LoggedPerson => ({ noun, id })
const saidBy = (guest: string) => and(isNull(comments.authorId), eq(comments.guestName, guest))
const suggestedBy = (guest: string) => and(isNull(suggestions.authorId), eq(suggestions.guestName, guest))

/** What stands in the place of a guest's name in the comments and suggestions they made. */
const nobody = '–'

/**
 * Blanks what the log says of somebody, and from where they came when they did something themselves, or when somebody
 * failed to sign in as them; of a guest also the name on their comments and suggestions, and of somebody who was asked to say
 * yes that and their address, with which their link ends; of somebody who has asked questions all that was written in those; a
 * sign-up for a press meeting is deleted. That something was done, when and by which account stays. Which posts were blanked
 * is told by new ones. Returns how many.
 */
export async function forgetInLog(who: LoggedPerson, by: { actor: AnyActor; now: Date }): Promise<number> {
  const { noun, id } = who
  return write(async (tx) => {
    if (noun === 'guest') {
      await tx.update(comments).set({ guestName: nobody }).where(saidBy(id))
      await tx.update(suggestions).set({ guestName: nobody }).where(suggestedBy(id))
      await tx.update(notifications).set({ guestName: '' }).where(eq(notifications.guestName, id))
    }
    if (noun === 'meeting-sign-up') await forgetSignUp(tx, id, by.now)
    const asked = noun === 'asker' ? await questionsOf(id, tx) : []
    const askers = await emailsOf(tx, asked)
    for (const question of asked) await eraseQuestion(tx, question, by)
    if (noun === 'sign-off') await forgetSigner(tx, id, by.now)
    if (noun === 'user') {
      const { names } = await knownAs(tx, who)
      const named = and(inArray(notifications.kind, [...notedByName]), inArray(notifications.note, names))
      await tx.update(notifications).set({ note: nobody }).where(named)
    }
    const { about, from } = noun === 'asker' ? sentTo(askers) : await whatIsPersonal(tx, who)
    const found = await tx
      .select({ post: eventChain.position })
      .from(events)
      .innerJoin(eventChain, eq(eventChain.eventId, events.id))
      .where(or(about, from))
      .orderBy(eventChain.position)
    const erasedAt = by.now
    const blank = { salt: null, name: null, details: null, changes: null, erasedAt }
    if (about) await tx.update(events).set(blank).where(about)
    if (from) await tx.update(events).set({ originSalt: null, actorName: null, address: null, erasedAt }).where(from)
    // A name or an address would stand in the log for good: only an id tells who was forgotten.
    const targetId = ['guest', 'recipient', 'asker'].includes(noun) ? noun : id
    for (const posts of postLists(found.map(({ post }) => post)))
      await recordEvent(tx, { ...by, verb: 'forget', noun: 'log', targetId, details: { posts } })
    return found.length
  })
}

const sentTo = (addresses: string[]) => ({ about: isSentTo(addresses), from: undefined })

/** Returns in which events something is said about somebody, and in which they came from somewhere. */
async function whatIsPersonal(
  tx: Writer,
  { noun, id }: LoggedPerson,
): Promise<{ about: SQL | undefined; from: SQL | undefined }> {
  if (noun === 'guest') return { about: undefined, from: isGuest(id) }
  if (noun === 'recipient') return sentTo([id])
  const about = and(eq(events.noun, noun), eq(events.targetId, id))
  if (noun === 'sign-off') {
    const signed = await bySigners(tx, eq(signOffs.id, id))
    return { about: or(about, signed), from: signed }
  }
  if (noun === 'person') {
    const signed = await bySigners(tx, eq(signOffs.personId, id))
    const onDuty = await named(tx, 'duty', (await knownAs(tx, { noun, id })).names)
    return { about: or(about, signed, among(events.id, onDuty)), from: signed }
  }
  if (doneOutside.includes(noun)) return { about, from: about }
  if (noun !== 'user') return { about, from: undefined }
  const { names, addresses } = await knownAs(tx, { noun, id })
  const theirs = and(inArray(events.noun, ['user', 'mail-choices', 'calendar-link']), eq(events.targetId, id))
  const mentions = [...(await named(tx, 'release', names)), ...(await named(tx, 'question', names))]
  return {
    about: or(theirs, isSentTo(addresses), among(events.id, mentions)),
    from: or(eq(events.actorId, id), and(theirs, eq(events.actorKind, 'guest'))),
  }
}

/** Returns the predicate for what was done about, and by, those who were asked to say yes: they are named there as guests. */
async function bySigners(tx: Writer, own: SQL): Promise<SQL | undefined> {
  const asked = (await tx.select({ id: signOffs.id }).from(signOffs).where(own)).map(({ id }) => id)
  const suggested = asked.length
    ? await tx.select({ id: suggestions.id }).from(suggestions).where(inArray(suggestions.signOffId, asked))
    : []
  const ids = suggested.map(({ id }) => id)
  return or(
    and(eq(events.noun, 'sign-off'), among(events.targetId, asked)),
    and(eq(events.noun, 'suggestion'), among(events.targetId, ids)),
  )
}

/** Takes the name and the address off what somebody outside was asked and has suggested, and ends their link. */
async function forgetSigner(tx: Writer, id: string, now: Date): Promise<void> {
  const [row] = await tx.select().from(signOffs).where(eq(signOffs.id, id))
  if (!row) return
  await dropDeliveriesAbout(tx, [id])
  const ended = { tokenHash: null, reminderHash: null, revokedAt: row.revokedAt ?? now }
  await tx
    .update(signOffs)
    .set({ name: nobody, email: '', greeting: '', ...ended })
    .where(eq(signOffs.id, id))
  await tx.update(suggestions).set({ guestName: nobody }).where(eq(suggestions.signOffId, id))
  await tx.update(notifications).set({ guestName: '' }).where(eq(notifications.guestName, row.name))
}

/** Returns the names and the addresses that a member or a person has had, as the log and their own row tell them. */
async function knownAs(tx: Writer, { noun, id }: LoggedPerson): Promise<{ names: string[]; addresses: string[] }> {
  const told = await tx
    .select({ name: events.name, changes: events.changes })
    .from(events)
    .where(and(eq(events.noun, noun), eq(events.targetId, id)))
  const now =
    noun === 'user'
      ? await tx.query.users.findFirst({ where: eq(users.id, id) })
      : await tx.query.people.findFirst({ where: eq(people.id, id) })
  const changed = (wanted: string) =>
    told.flatMap(({ changes }) =>
      (changes ?? []).flatMap(({ field, before, after }) => (field === wanted ? [before, after] : [])),
    )
  const words = (values: unknown[]) => [
    ...new Set(values.filter((value): value is string => typeof value === 'string' && value !== '')),
  ]
  return {
    names: words([now?.name, ...told.map(({ name }) => name), ...changed('name')]),
    addresses: words([now?.email, ...changed('email')]),
  }
}

/** The fields of other things in which somebody stands by name. */
const namingFields = { release: ['writer'], question: ['heldBy'], duty: ['onDuty', 'asked'] }

/** Returns the events of a kind of thing that somebody of these names was, or became, a field of, or that go by the name. */
async function named(tx: Writer, noun: keyof typeof namingFields, names: string[]): Promise<string[]> {
  const fields = namingFields[noun]
  const tells = fields.map((field) => sql`${jsonWhole(events.changes)} LIKE ${`%"field":"${field}"%`}`)
  const isCalled = noun === 'duty' ? among(events.name, names) : undefined
  const rows = await tx
    .select({ id: events.id, name: events.name, changes: events.changes })
    .from(events)
    .where(and(eq(events.noun, noun), or(isCalled, ...tells)))
  const isNamed = (value: unknown) => names.some((name) => name === value)
  return rows
    .filter(
      ({ name, changes }) =>
        (noun === 'duty' && isNamed(name)) ||
        changes?.some(({ field, before, after }) => fields.includes(field) && (isNamed(before) || isNamed(after))),
    )
    .map(({ id }) => id)
}

/** How many stretches of posts an event tells of: few enough to be read. */
const stretchesAtOnce = 100

/** Writes posts down as stretches, `2,6-19`, in as many lists as it takes. */
function postLists(posts: number[]): string[] {
  const stretches: { first: number; last: number }[] = []
  for (const post of posts) {
    const latest = stretches.at(-1)
    if (latest?.last === post - 1) latest.last = post
    else stretches.push({ first: post, last: post })
  }
  const written = stretches.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
  return Array.from({ length: Math.ceil(written.length / stretchesAtOnce) }, (_, place) =>
    written.slice(place * stretchesAtOnce, (place + 1) * stretchesAtOnce).join(','),
  )
}

/** Returns the posts that a list tells of, as far as there were any when it was written. */
export function postsIn(list: string, height: number): number[] {
  return list.split(',').flatMap((stretch) => {
    const [first = '', last = first] = stretch.split('-')
    const length = Math.min(Number(last), height) - Number(first) + 1
    return Array.from({ length: Math.max(0, length || 0) }, (_, place) => Number(first) + place)
  })
}
