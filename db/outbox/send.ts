/** The way out of each kind of delivery: a mail, or a message to another server. */
import { env } from '#lib/env.ts'
import { purgeCdn } from '#lib/outbound/cdn.ts'
import { notifyIndexNow } from '#lib/outbound/indexnow.ts'
import { type MailMessage, sendMail } from '#lib/outbound/mail.ts'
import { notifyHub } from '#lib/outbound/websub.ts'
import type { Delivery } from '../schema/outbox.ts'
import type { AccountMailKind, DeliveryKind } from '../types.ts'
import { accountMail } from './account-mail.ts'
import { feedbackMail } from './feedback-mail.ts'
import { notificationMail } from './notification-mail.ts'
import { questionAnswer, questionReceipt, questionTold } from './question-mail.ts'

/** Returns the function that sends the mail made of a delivery, where there is still one to send. */
function mailing(mailOf: (delivery: Delivery, now: Date) => Promise<MailMessage | undefined>) {
  return async (delivery: Delivery, now: Date): Promise<void> => {
    const mail = await mailOf(delivery, now)
    if (mail) await sendMail(mail, delivery.id)
  }
}

/** How many deliveries to one recipient are sent as one message, where it is more than one. */
export const sentAtOnce: Partial<Record<DeliveryKind, number>> = { indexnow: 500 }

/** The function that sends a delivery, for each kind of delivery; where several are sent as one, it gets them all. */
const send: Record<DeliveryKind, (delivery: Delivery, now: Date, all: Delivery[]) => Promise<void>> = {
  feedback: mailing(({ subjectId, recipient }) => feedbackMail(subjectId, recipient)),
  'question-receipt': mailing(({ subjectId }) => questionReceipt(subjectId)),
  'question-answer': mailing(({ subjectId }) => questionAnswer(subjectId)),
  'question-told': mailing(questionTold),
  invitation: sendAccountMail,
  'password-link': sendAccountMail,
  'email-link': sendAccountMail,
  'email-asked': sendAccountMail,
  'email-changed': sendAccountMail,
  notification: mailing(({ subjectId }, now) => notificationMail(subjectId, now)),
  'duty-swap': sendAccountMail,
  'sign-off': sendAccountMail,
  'sign-off-reminder': sendAccountMail,
  embargo: sendAccountMail,
  'embargo-news': sendAccountMail,
  'meeting-sign-up': sendAccountMail,
  'meeting-seat': sendAccountMail,
  'meeting-news': sendAccountMail,
  'meeting-message': sendAccountMail,
  hub: ({ recipient, subjectId }) => notifyHub(recipient, subjectId),
  indexnow: ({ recipient }, _now, all) => notifyIndexNow(recipient, all.map(subjectOf)),
  async purge({ recipient, subjectId }) {
    // One that is queued for another address was for another CDN.
    if (env.purge?.url === recipient) await purgeCdn(env.purge, subjectId.split(' ')[0] ?? '')
  },
}

/** Sends a delivery, with the others to the same recipient that go out as one with it. Throws what the way out throws. */
export const sendDelivery = (delivery: Delivery, now: Date, all: Delivery[]): Promise<void> =>
  send[delivery.kind](delivery, now, all)

const subjectOf = ({ subjectId }: Delivery): string => subjectId

async function sendAccountMail(delivery: Delivery, now: Date): Promise<void> {
  const { id, kind, attempts } = delivery
  const mail = await accountMail(kind as AccountMailKind, delivery, now)
  // Each attempt has a link of its own, and no program is to think it has shown this one already.
  if (mail) await sendMail(mail, `${id}-${attempts}`)
}

/**
 * The kinds of the deliveries sent at once, one for each lane, so that a hub that does not answer keeps no mail
 * waiting.
 */
export const deliveryLanes: DeliveryKind[] = [
  'password-link',
  'email-link',
  'email-asked',
  'email-changed',
  'invitation',
  'notification',
  'notification',
  'sign-off',
  'sign-off-reminder',
  'embargo-news',
  'embargo-news',
  'embargo',
  'meeting-news',
  'meeting-seat',
  'meeting-sign-up',
  'meeting-message',
  'question-answer',
  'question-told',
  'question-receipt',
  'duty-swap',
  'feedback',
  'feedback',
  'hub',
  'hub',
  'hub',
  'hub',
  'indexnow',
]
