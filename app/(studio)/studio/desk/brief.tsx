import { Fragment, type ReactNode } from 'react'
import type { Stub } from '#db/reminders/stubs.ts'
import { translator } from '#lib/messages.ts'
import { daysBetween, weekNumber } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { capital, clockTime, longDay, type StudioClock, whenName } from '#lib/time/phrases.ts'

interface Props {
  clock: StudioClock
  isEmpty: boolean
  /** Whether the member publishes, or hands over to somebody who does. */
  mayPublish: boolean
  /** How many of the first steps are left, for whoever is shown them. */
  steps: number | undefined
  /** Whether the first text of the newsroom has just been published. */
  isFirst: boolean
  /** How many questions from the press wait for the member, or for anybody. */
  questions: number
  /** How many texts wait for the member's review, and how many went out without one and are to be read afterwards. */
  reviews: number
  afterwards: number
  comments: number
  /** How much the member has been told and not read. */
  told: number
  drafts: number
  next: Date | undefined
  problems: number
  stubs: Stub[]
}

/** Sums up in a sentence what needs the member now, with a link to where each thing is shown. */
export function Brief(props: Props) {
  const {
    clock,
    isEmpty,
    mayPublish,
    steps,
    isFirst,
    questions,
    reviews,
    afterwards,
    comments,
    told,
    drafts,
    next,
    problems,
    stubs,
  } = props
  const t = translator(clock.language, 'studio')
  const ft = translator(clock.language, 'first-steps')
  const today = isoDay(clock.now, clock.timeZone)
  const isTeaching = steps !== undefined
  const isQuiet = questions + reviews + afterwards + comments + told + drafts + problems + stubs.length === 0 && !next
  const what = stubs.every(({ noun }) => noun === 'person') ? 'people' : 'things'
  const sentences: [key: string, sentence: ReactNode][] = [
    [
      'steps',
      isTeaching && (
        <>
          {ft('brief-open')} <a href="#steps">{ft('brief-left', { count: steps })}</a>
          {ft('brief-then')}
        </>
      ),
    ],
    ['empty', !isTeaching && isEmpty && t(mayPublish ? 'brief-empty' : 'brief-empty-contributor')],
    ['nothing', !isTeaching && !isEmpty && isQuiet && !isFirst && t('brief-nothing')],
    ['first', isFirst && ft('brief-first')],
    [
      'questions',
      questions > 0 && (
        <a href="#questions">{translator(clock.language, 'questions')('brief', { count: questions })}</a>
      ),
    ],
    ['reviews', reviews > 0 && <a href="#for-review">{t('brief-reviews', { count: reviews })}</a>],
    ['afterwards', afterwards > 0 && <a href="#for-reading">{t('brief-afterwards', { count: afterwards })}</a>],
    ['comments', comments > 0 && <a href="#new-comments">{t('brief-comments', { count: comments })}</a>],
    ['told', told > 0 && <a href="#told">{translator(clock.language, 'notifications')('brief', { count: told })}</a>],
    ['drafts', !isTeaching && drafts > 0 && <a href="#drafts">{t('brief-drafts', { count: drafts })}</a>],
    ['next', next && <a href="#going-out">{t('brief-next', { when: whenInWords(next, clock) })}</a>],
    [
      'problems',
      problems > 0 && (
        <a className="trouble" href="#problems">
          {t('brief-problems', { count: problems })}
        </a>
      ),
    ],
    [
      'fill-in',
      stubs.length > 0 && (
        <>
          <a href="#fill-in">{t('brief-fill-in', { count: stubs.length, what })}</a>
          {t('brief-in-time')}
        </>
      ),
    ],
  ]
  return (
    <div>
      <p className="brief-date">
        <time dateTime={today}>{capital(longDay(today, clock.language))}</time>
        {t('week', { week: weekNumber(today) })}
      </p>
      <h1 className="brief">
        {sentences
          .filter(([, sentence]) => sentence)
          .map(([key, sentence], place) => (
            <Fragment key={key}>
              {place > 0 && ' '}
              {sentence}
              {isWhole.has(key) ? '' : '.'}
            </Fragment>
          ))}
      </h1>
    </div>
  )
}

/** The sentences whose full stop is their own. */
const isWhole = new Set(['steps', 'empty', 'nothing', 'first', 'fill-in'])

/** Names a day; a far one is written out, as it stands in a sentence. */
function whenInWords(date: Date, clock: StudioClock): string {
  const day = isoDay(date, clock.timeZone)
  const away = daysBetween(isoDay(clock.now, clock.timeZone), day)
  if (away < 2) return whenName(date, clock)
  return `${longDay(day, clock.language, { year: away > 300 })} ${clockTime(date, clock)}`
}
