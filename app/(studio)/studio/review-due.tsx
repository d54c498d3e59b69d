import type { ListedReview } from '#db/releases/list.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { dueText } from './review-note.ts'

/** Until when something is to be done about a text; late is red. */
export function ReviewDue({ review, clock }: { review: ListedReview; clock: StudioClock }) {
  const due = dueText(review, clock)
  return due && <span className={due.isLate ? 'late' : 'todo'}>{due.text}</span>
}
