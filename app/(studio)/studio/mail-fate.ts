import type { Delivery } from '#db/schema/outbox.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'

/** Says in a sentence whether a mail has arrived, waits or has been given up. */
export function fateOf(mail: Delivery, clock: StudioClock): string {
  const { recipient, deliveredAt, givenUpAt, nextAttemptAt, lastError } = mail
  const t = translator(clock.language, 'statement-pages')
  if (deliveredAt) return t('mailed', { recipient, when: whenName(deliveredAt, clock) })
  if (givenUpAt) return t('mail-failed', { recipient })
  if (!lastError || !nextAttemptAt) return t('mail-waits', { recipient })
  return t('mail-retried', { recipient, when: whenName(nextAttemptAt, clock) })
}
