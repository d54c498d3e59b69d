/** Gathers what the page of a statement shows. */
import { listPaused, listScheduled } from '#db/crisis/pauses.ts'
import { getCrisisStatement, isCrisisOn, type ListedStatement } from '#db/crisis/prepared.ts'
import { listUpdates } from '#db/crisis/updates.ts'
import { listDuties } from '#db/duties.ts'
import { listPeople } from '#db/people.ts'
import { getDrafts } from '#db/releases/drafts.ts'
import type { Draft } from '#db/releases/revisions.ts'
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
}

const shownParagraphs = 4

/** Returns a statement with its texts, and what its page says beside them; undefined where there is none. */
export async function getCrisisPage(storyId: string, now: Date) {
  const statement = await getCrisisStatement(storyId)
  if (!statement) return undefined
  const [drafts, people, duties, updates, waiting, members] = await Promise.all([
    getDrafts(statement.versions.map(({ releaseId }) => releaseId)),
    listPeople(),
    listDuties(now, new Date(now.getTime() + 1)),
    listUpdates(storyId),
    isCrisisOn(statement) ? listPaused(storyId) : listScheduled(now),
    listUsers(),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    statement,
    texts: statement.versions.flatMap((version) => {
      const draft = drafts.get(version.releaseId)?.draft
      return draft ? [textOf(version, draft, names)] : []
    }),
    updates,
    /** The texts that are paused, or would be. */
    waiting,
    onDuty: duties.find(({ from, until, isGone }) => from <= now && now < until && !isGone),
    members: members.map(({ id, name }) => ({ id, name })),
  }
}

function textOf(
  { releaseId, language, title }: ListedStatement['versions'][number],
  draft: Draft,
  names: ReadonlyMap<string, string>,
): StatementText {
  const words = [...draft.lead, ...documentText(draft.body, language).split('\n')]
  return {
    ...{ releaseId, language, title },
    opening: words.filter((line) => line.trim()).slice(0, shownParagraphs),
    blanks: blanksIn(draft),
    isBlocked: publishBlockers(draft).length > 0,
    contacts: draft.contactIds.flatMap((id) => names.get(id) ?? []),
  }
}
