/** Gathers what the page of questions shows: the queue or what is closed, and the one that is open beside it. */
import { db } from '#db/client.ts'
import { may } from '#db/permissions.ts'
import {
  averageAnswer,
  countClosedQuestions,
  countOpenQuestions,
  getQuestion,
  listClosedQuestions,
  listOpenQuestions,
  questionsPerPage,
} from '#db/questions/queue.ts'
import { membersOnDuty } from '#db/questions/tell.ts'
import type { User } from '#db/schema/users.ts'
import { listUsers } from '#db/users.ts'

type Search = Record<string, string | string[] | undefined>

const lately = 3
const month = 30 * 86_400_000

export async function getQuestionsPage(user: User, search: Search, now: Date) {
  const view = search.view === 'closed' ? ('closed' as const) : ('open' as const)
  const page = typeof search.page === 'string' && /^[1-9]\d{0,4}$/.test(search.page) ? Number(search.page) : 1
  const id = typeof search.question === 'string' ? search.question : ''
  const isClosed = view === 'closed'
  const [open, closed, listed, late, opened, members, onDuty, average] = await Promise.all([
    countOpenQuestions(),
    countClosedQuestions(),
    isClosed ? listClosedQuestions(page) : listOpenQuestions(page),
    isClosed ? [] : listClosedQuestions(1, lately),
    id ? getQuestion(id) : undefined,
    listUsers(),
    membersOnDuty(db, now),
    averageAnswer(new Date(now.getTime() - month)),
  ])
  const total = isClosed ? closed : open
  return {
    ...{ view, page, id, open, closed, listed, lately: late, opened, members, average, total },
    pages: Math.max(1, Math.ceil(total / questionsPerPage)),
    mayTake: may(user, 'take-question', { isOnDuty: onDuty.some((one) => one.id === user.id) }),
    isOnDuty: onDuty.some((one) => one.id === user.id),
  }
}

/** Returns the address of the page with a question open, where one is, in a view and on a page of it. */
export function questionsPath({ view = 'open', page = 1, id = '' }: { view?: string; page?: number; id?: string }) {
  const query = new URLSearchParams()
  if (view !== 'open') query.set('view', view)
  if (page > 1) query.set('page', String(page))
  if (id) query.set('question', id)
  return `/studio/questions${query.size ? `?${query}` : ''}${id ? '#question' : ''}`
}
