/** Swaps of press duty: somebody is asked to take one over, and it is theirs once they have said yes. */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { requireDuty, requireReachable } from '../duties.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { comparableEmail } from '../inputs.ts'
import { queueSwapMail } from '../outbox/swap-mail.ts'
import { reaches } from '../permissions.ts'
import { duties } from '../schema/duties.ts'
import { people } from '../schema/people.ts'
import { type User, users } from '../schema/users.ts'

/** Whether a member is a person of the newsroom: they have the same e-mail address. */
export const isMember = (member: Pick<User, 'email'>, person: { email: string }): boolean =>
  person.email !== '' && comparableEmail(person.email) === comparableEmail(member.email)

/**
 * Asks somebody to take a duty over, by mail too. Refuses whoever is neither on that duty nor an editor, the person who has it, and whom
 * readers could not reach.
 */
export async function askSwap(id: string, personId: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const duty = await requireDuty(tx, id, by.now)
    const member = await requireMember(tx, by.actor)
    if (!isMember(member, await personOf(tx, duty.personId)) && !reaches(member.role, 'editor'))
      throw new Refusal('not-your-duty')
    if (personId === duty.personId) throw new Refusal('swap-with-self', { field: 'personId' })
    await requireReachable(tx, { personId, deskNumber: duty.deskNumber, now: by.now })
    const before = await fieldsOf(tx, 'duty', id)
    await tx.update(duties).set({ askedPersonId: personId, askedBy: by.actor.id }).where(eq(duties.id, id))
    await queueSwapMail(tx, 'asked', { duty, askedId: personId, now: by.now })
    await recordEvent(tx, { ...by, verb: 'ask-swap', noun: 'duty', targetId: id, before })
  })
}

/**
 * Answers for whoever was asked: yes makes the duty theirs, no leaves it where it is; both are told by
 * mail. Refuses others than the member who was
 * asked; for a person who is no member an editor answers, and whoever asked may take the question back by saying no.
 */
export async function answerSwap(id: string, isYes: boolean, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const duty = await requireDuty(tx, id, by.now)
    const personId = duty.askedPersonId
    if (!personId) throw new Refusal('swap-not-asked')
    const member = await requireMember(tx, by.actor)
    const asked = await personOf(tx, personId)
    const isTheirs = isMember(member, asked) || (reaches(member.role, 'editor') && !(await isAnyMember(tx, asked)))
    if (!isTheirs && (isYes || (duty.askedBy !== member.id && !reaches(member.role, 'editor'))))
      throw new Refusal('swap-not-yours', { details: { name: asked.name } })
    if (isYes) await requireReachable(tx, { personId, deskNumber: duty.deskNumber, now: by.now })
    const before = await fieldsOf(tx, 'duty', id)
    const answered = { askedPersonId: null, askedBy: null, ...(isYes && { personId }) }
    await tx.update(duties).set(answered).where(eq(duties.id, id))
    await queueSwapMail(tx, isYes ? 'taken' : 'kept', { duty, askedId: personId, now: by.now })
    const verb = isYes ? 'accept-swap' : 'decline-swap'
    await recordEvent(tx, { ...by, verb, noun: 'duty', targetId: id, before })
  })
}

async function requireMember(tx: Writer, actor: Actor): Promise<User> {
  const member = await tx.query.users.findFirst({ where: eq(users.id, actor.id) })
  if (!member) throw new Refusal('unknown-user')
  return member
}

async function personOf(tx: Writer, id: string): Promise<{ name: string; email: string }> {
  return (await tx.query.people.findFirst({ where: eq(people.id, id) })) ?? { name: '', email: '' }
}

async function isAnyMember(tx: Writer, person: { email: string }): Promise<boolean> {
  if (!person.email) return false
  const found = await tx.query.users.findFirst({ where: eq(users.email, comparableEmail(person.email)) })
  return found !== undefined && found.removedAt === null
}
