/** Gathers what the page of a statement shows. */
import { db } from '#db/client.ts'
import { listPaused, listScheduled } from '#db/crisis/pauses.ts'
import { getCrisisStatement, isCrisisOn, type ListedStatement } from '#db/crisis/prepared.ts'
import { listUpdates } from '#db/crisis/updates.ts'
import { listDuties } from '#db/duties.ts'
import { listPeople } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { listDeskQuestions } from '#db/questions/queue.ts'
import { membersOnDuty } from '#db/questions/tell.ts'
import { getDrafts } from '#db/releases/drafts.ts'
import { isApproved, readReview } from '#db/releases/review/state.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import type { User } from '#db/schema/users.ts'
import { listUsers } from '#db/users.ts'
import { publishBlockers } from '#lib/checks/blockers.ts'
import { blanksIn } from '#lib/document/blanks.ts'
import { documentText } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'

/** A version of a statement as it is written now. */
export interface StatementText {
  releaseId: string
  language: Language
  title: string
  /** How it begins, each paragraph by itself. */
  opening: string[]
  blanks: string[]
  isBlocked: boolean
  /** The names of its press contacts. */
  contacts: string[]
  /** Who has approved it as it reads now, and when; null where nobody has. */
  approval: { by: string; at: Date } | null
}

const shownParagraphs = 4

/** Returns a statement with its texts, and what its page says beside them; undefined where there is none. */
export async function getCrisisPage(storyId: string, user: User, now: Date) {
  const statement = await getCrisisStatement(storyId)
  if (!statement) return undefined
  const isOn = isCrisisOn(statement)
  const [drafts, people, duties, updates, waiting, members, questions, answering] = await Promise.all([
    getDrafts(statement.versions.map(({ releaseId }) => releaseId)),
    listPeople(),
    listDuties(now, new Date(now.getTime() + 1)),
    listUpdates(storyId),
    statement.startedAt ? listPaused(storyId) : listScheduled(now),
    listUsers(),
    isOn ? listDeskQuestions(user.id, now) : [],
    membersOnDuty(db, now),
  ])
  const names = new Map([...people, ...members].map(({ id, name }) => [id, name]))
  const texts = await Promise.all(
    statement.versions.map(async (version) => {
      const draft = drafts.get(version.releaseId)?.draft
      return draft ? [await textOf(version, draft, names)] : []
    }),
  )
  return {
    statement,
    texts: texts.flat(),
    updates,
    /** The texts that are paused, would be, or have not been scheduled again. */
    waiting,
    onDuty: duties.find(({ from, until, isGone }) => from <= now && now < until && !isGone),
    members: members.map(({ id, name }) => ({ id, name })),
    /** The questions from the press that wait, while crisis mode is on. */
    questions,
    mayTake: may(user, 'take-question', { isOnDuty: answering.some(({ id }) => id === user.id) }),
  }
}

async function textOf(
  { releaseId, language, title }: ListedStatement['versions'][number],
  draft: Draft,
  names: ReadonlyMap<string, string>,
): Promise<StatementText> {
  const words = [...draft.lead, ...documentText(draft.body, language).split('\n')]
  return {
    ...{ releaseId, language, title },
    opening: words.filter((line) => line.trim()).slice(0, shownParagraphs),
    blanks: blanksIn(draft),
    isBlocked: publishBlockers(draft).length > 0,
    contacts: draft.contactIds.flatMap((id) => names.get(id) ?? []),
    approval: await approvalOf(releaseId, names),
  }
}

async function approvalOf(releaseId: string, names: ReadonlyMap<string, string>): Promise<StatementText['approval']> {
  const release = await getRelease(releaseId)
  if (!release) return null
  const review = await readReview(db, release)
  if (!review.approval || !(await isApproved(db, release, review))) return null
  const { actorId, at } = review.approval
  return { by: names.get(actorId) ?? '', at }
}
