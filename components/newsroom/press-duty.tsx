import type { LiveDuty, PressDuty } from '#db/live/duty.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { hoursAnswered, whenAnswered } from '#lib/duty/words.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'

/** Who answers the press, at the moment that the page is made for. */
export interface OnDuty {
  press: PressDuty
  now: Date
}

interface Said {
  newsroom: LiveNewsroom
  now: Date
}

const deskName = ({ texts, language }: LiveNewsroom) =>
  texts.pressDeskName || translator(language, 'newsroom')('press-desk')

/** Says that somebody answers now, and until when. */
export function AnswersNow({ duty, newsroom, now }: Said & { duty: LiveDuty }) {
  const t = translator(newsroom.language, 'newsroom')
  return <p className="answers">{t('answers-now', { until: whenAnswered(duty.until, { ...newsroom, now }) })}</p>
}

/** Says when somebody answers next. */
export function AnswersNext({ duty, newsroom, now }: Said & { duty: LiveDuty }) {
  const t = translator(newsroom.language, 'newsroom')
  return <p className="answers later">{t('answers-again', { when: whenAnswered(duty.from, { ...newsroom, now }) })}</p>
}

/** Says at what hours of today somebody answers who follows the one that does now. */
export function AnswersLater({ duty, newsroom, now }: Said & { duty: LiveDuty }) {
  const t = translator(newsroom.language, 'newsroom')
  return <p className="answers later">{t('answers-later', { hours: hoursAnswered(duty, { ...newsroom, now }) })}</p>
}

/** Names the duty, and who has it after the one who answers now, if they do so today. */
export function dutyRole([first, then]: LiveDuty[], { newsroom, now }: Said): string {
  const t = translator(newsroom.language, 'newsroom')
  const desk = hyphenateText(deskName(newsroom), newsroom.language)
  if (
    !then ||
    then.person.id === first?.person.id ||
    isoDay(then.from, newsroom.timeZone) !== isoDay(now, newsroom.timeZone)
  )
    return desk
  return t('duty-then', { desk, name: then.person.name, until: whenAnswered(then.until, { ...newsroom, now }) })
}

/** Says who answers next, and at what hours. */
export function nextRole(duty: LiveDuty, { newsroom, now }: Said): string {
  const day = isoDay(duty.from, newsroom.timeZone)
  const at = isoDay(now, newsroom.timeZone) === day ? now : duty.from
  const hours = hoursAnswered(duty, { ...newsroom, now: at })
  return translator(newsroom.language, 'newsroom')('duty-next', { name: duty.person.name, hours })
}
