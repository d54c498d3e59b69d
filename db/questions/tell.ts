/** Tells members by mail that a question waits for them, as each has chosen. The desk shows it until it is answered. */
import { and, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import type { Reader, Writer } from '../client.ts'
import { comparableEmail } from '../inputs.ts'
import { presented } from '../live/visible.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { duties } from '../schema/duties.ts'
import { people } from '../schema/people.ts'
import { type User, users } from '../schema/users.ts'
import { choicesOf, nextMorning } from '../users/mail-choices.ts'

/** Tells the members on press duty now of a new question; where nobody is, every editor and owner. */
export async function tellOfQuestion(tx: Writer, id: string, now: Date): Promise<void> {
  const onDuty = await membersOnDuty(tx, now)
  const told = onDuty.length
    ? onDuty
    : await tx
        .select()
        .from(users)
        .where(and(ne(users.role, 'contributor'), isNull(users.removedAt)))
  await tellMembers(tx, id, told, now)
}

/** Queues a mail about a question to each of some members, at once, in the morning or never, as they have chosen. */
export async function tellMembers(tx: Writer, subjectId: string, members: User[], now: Date): Promise<void> {
  if (!env.mailServer || members.length === 0) return
  const timeZone = (await tx.query.settings.findFirst({ columns: { timeZone: true } }))?.timeZone ?? 'UTC'
  for (const member of members) {
    const { questions: choice } = choicesOf(member)
    if (choice === 'never') continue
    const at = choice === 'daily' ? nextMorning(now, timeZone) : now
    await queueDelivery(tx, { kind: 'question-told', recipient: member.email, subjectId, now }, { again: true, at })
  }
}

/** Returns the members who are on press duty at a moment: people of the newsroom have the e-mail address of their account. */
export async function membersOnDuty(tx: Reader, now: Date): Promise<User[]> {
  const answering = await tx
    .select({ email: people.email })
    .from(duties)
    .innerJoin(people, and(eq(people.id, duties.personId), presented(now)))
    .where(and(lte(duties.startsAt, now), gt(duties.endsAt, now), ne(people.email, '')))
  const emails = answering.map(({ email }) => comparableEmail(email))
  return emails.length
    ? tx
        .select()
        .from(users)
        .where(and(inArray(users.email, emails), isNull(users.removedAt)))
    : []
}
