/** Says of a question what lists and forms say of it: who asked, what, and how it ended. */
import type { ListedQuestion } from '#db/questions/queue.ts'
import type { Question } from '#db/schema/questions.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'

const mostTitle = 90

/** What a question is called in lists: its first sentence that asks something, or its beginning. */
export function questionTitle({ text, number, erasedAt }: Question, { language }: StudioClock): string {
  if (erasedAt) return translator(language, 'questions')('number', { number })
  const whole = text.replace(/\s+/g, ' ')
  const asking = whole.match(/[^.!?]+[.!?]?/g)?.find((sentence) => sentence.trim().endsWith('?'))
  return excerpt((asking ?? whole).trim(), mostTitle)
}

/** Who asked, with their outlet. */
export const askerOf = ({ name, outlet }: Pick<Question, 'name' | 'outlet'>): string =>
  [name, outlet].filter(Boolean).join(', ')

/** The first of somebody's names, by which they are spoken of beside their question. */
export const firstName = ({ name }: Pick<Question, 'name'>): string => name.split(/\s/)[0] ?? name

/** How a closed question ended, by whom and when. */
export function endOf(question: ListedQuestion, clock: StudioClock): string {
  const t = translator(clock.language, 'questions')
  const { closing, closedAt, closingReason, closer, erasedAt } = question
  const when = closedAt ? whenName(closedAt, clock) : ''
  if (erasedAt) return t('erased-when', { when: whenName(erasedAt, clock) })
  const said = { name: closer ?? '', asker: askerOf(question), when, reason: closingReason }
  if (closing === 'unanswered' && closingReason) return t('closing-unanswered-reason', said)
  return t(`closing-${closing ?? 'unanswered'}`, said)
}

/** What a text is called beside a question. */
export function aboutTitle(about: NonNullable<ListedQuestion['about']>, { language }: StudioClock): string {
  return about.title.replaceAll('\u00ad', '').trim() || translator(language, 'questions')('untitled')
}
