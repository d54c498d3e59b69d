/** Mails about swaps of press duty: to whoever is asked, and to both once that is answered. */
import { eq, inArray } from 'drizzle-orm'
import { absolute, env, isAddress } from '#lib/env.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine } from '#lib/outbound/mail.ts'
import { formatMomentInZone } from '#lib/time/format.ts'
import { db, type Writer } from '../client.ts'
import { comparableEmail } from '../inputs.ts'
import { type Duty, duties } from '../schema/duties.ts'
import { people } from '../schema/people.ts'
import { users } from '../schema/users.ts'
import { getSettings } from '../settings.ts'
import { queueDelivery } from './deliveries.ts'

/** `asked`: somebody is to answer; `taken` and `kept`: they have said yes, or no. */
export type SwapStep = 'asked' | 'taken' | 'kept'

/**
 * Queues mail about a swap, as part of the change that makes it: to whoever is asked, and of the answer to both. Somebody
 * without an address, and everybody where there is no mail server, hears of it on the desk alone.
 */
export async function queueSwapMail(
  tx: Writer,
  step: SwapStep,
  { duty, askedId, now }: { duty: Duty; askedId: string; now: Date },
): Promise<void> {
  if (!env.mailServer) return
  const ids = step === 'asked' ? [askedId] : [duty.personId, askedId]
  for (const { email } of await tx.select({ email: people.email }).from(people).where(inArray(people.id, ids))) {
    const subjectId = [step, duty.id, duty.personId, askedId].join(' ')
    if (isAddress(email))
      await queueDelivery(tx, { kind: 'duty-swap', recipient: email, subjectId, now }, { again: true })
  }
}

/** Returns the mail about a swap. Undefined where the duty is over or gone, and for a question that is no longer asked. */
export async function swapMail(subjectId: string, recipient: string, now: Date): Promise<MailMessage | undefined> {
  const [step, dutyId = '', formerId = '', askedId = ''] = subjectId.split(' ') as [SwapStep, string?, string?, string?]
  const duty = await db.query.duties.findFirst({ where: eq(duties.id, dutyId) })
  if (!duty || duty.endsAt <= now || (step === 'asked' && duty.askedPersonId !== askedId)) return undefined
  const named = await db.query.people.findMany({ where: inArray(people.id, [formerId, askedId]) })
  const nameOf = (id: string) => oneLine(named.find((person) => person.id === id)?.name ?? '')
  const member = await db.query.users.findFirst({ where: eq(users.email, comparableEmail(recipient)) })
  const language = member?.language ?? rootLanguage
  const { name: newsroom = '', timeZone = 'UTC' } = (await getSettings()) ?? {}
  const t = translator(language, 'on-call')
  const moment = (at: Date) => formatMomentInZone(at, { language, timeZone }).replaceAll('\u00a0', ' ')
  const names = { from: nameOf(formerId), to: nameOf(askedId), newsroom }
  const hours = t('mail-hours', { from: moment(duty.startsAt), until: moment(duty.endsAt) })
  return {
    ...{ to: recipient, from: newsroom, replyTo: '' },
    subject: t(`mail-${step}-subject`, names),
    text: `${[t(`mail-${step}`, names), hours, absolute('/studio/on-call')].join('\n\n')}\n`,
  }
}
