/** Says where a text stands in its review, with whom it lies and until when, for lists. */
import type { DisplayStatus, ListedRelease, ListedReview } from '#db/releases/list.ts'
import type { ReviewStanding } from '#db/releases/review/state.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'

/** Returns the status of a text as a shape: of a draft, where it stands in its review. */
export const shapeOf = ({
  displayStatus,
  review,
}: Pick<ListedRelease, 'displayStatus' | 'review'>): DisplayStatus | ReviewStanding =>
  displayStatus === 'draft' && review ? review.standing : displayStatus

/** Names where a text stands in its review: “För granskning”. */
export const standingName = ({ standing }: ListedReview, language: Language): string =>
  translator(language, 'review')(`standing-${standing}`)

/** Says with whom a text lies: “hos Elin Sandberg”. Empty for one that is approved. */
export function holderText({ standing, holder }: ListedReview, language: Language): string {
  const t = translator(language, 'review')
  if (standing === 'approved' || standing === 'altered') return ''
  return holder === null ? t('with-anybody') : t('with', { name: holder })
}

/** Says all of it in a line: “För granskning, hos Elin Sandberg, klar senast i dag 16:00”. */
export const reviewText = (review: ListedReview, clock: StudioClock): string =>
  [standingName(review, clock.language), holderText(review, clock.language), dueText(review, clock)?.text]
    .filter(Boolean)
    .join(', ')

/** Says until when something is to be done: “klar senast i dag 16:00”, or that it is late. Undefined without a day. */
export function dueText({ dueAt }: ListedReview, clock: StudioClock): { text: string; isLate: boolean } | undefined {
  if (!dueAt) return undefined
  const isLate = dueAt < clock.now
  const t = translator(clock.language, 'review')
  return { text: t(isLate ? 'due-late' : 'due-by', { when: whenName(dueAt, clock) }), isLate }
}
