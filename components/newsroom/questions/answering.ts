import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { whenAnswered } from '#lib/duty/words.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import type { OnDuty } from '../press-duty.tsx'

/** Says in a sentence who answers questions and until when, or when somebody will. */
export function answering(newsroom: LiveNewsroom, duty: OnDuty | undefined): string {
  const t = translator(newsroom.language, 'ask')
  const [first, then] = duty?.press.now ?? []
  const clock = { ...newsroom, now: duty?.now ?? new Date(0) }
  if (duty && first) {
    const isToday = then && isoDay(then.from, newsroom.timeZone) === isoDay(duty.now, newsroom.timeZone)
    const about = { name: first.person.name, until: whenAnswered(first.until, clock) }
    return then && isToday && then.person.id !== first.person.id
      ? t('answers-then', { ...about, next: then.person.name })
      : t('answers', about)
  }
  const next = duty?.press.next
  return next ? t('answers-next', { name: next.person.name, when: whenAnswered(next.from, clock) }) : t('answers-soon')
}
