/** Keeps what answers and suggestions are about: the version they were made on, and their places while the text goes on. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Anchor, type Commented, followAnchors } from '#lib/document/comment-anchor.ts'
import type { Writer } from '../client.ts'
import { revisions } from '../schema/releases.ts'
import { signOffAnswers, signOffs, suggestions } from '../schema/sign-offs.ts'

/** Makes a version of its own of what is only the rolling autosave: the words that somebody has answered to stay. */
export async function keepAnswered(tx: Writer, revisionId: string): Promise<void> {
  const isRolling = and(eq(revisions.id, revisionId), eq(revisions.reason, 'autosave'))
  await tx.update(revisions).set({ reason: 'answered' }).where(isRolling)
}

/** Moves the anchors of answers and open suggestions along with a save, inside the change that saves. */
export async function moveAnswers(tx: Writer, releaseId: string, text: Commented): Promise<void> {
  const asked = tx.select({ id: signOffs.id }).from(signOffs).where(eq(signOffs.releaseId, releaseId))
  const answers = await tx
    .select({ id: signOffAnswers.id, anchor: signOffAnswers.anchor })
    .from(signOffAnswers)
    .where(
      and(
        inArray(signOffAnswers.signOffId, asked),
        isNull(signOffAnswers.replacedAt),
        isNotNull(signOffAnswers.anchor),
      ),
    )
  for (const [id, anchor] of movedIn(answers, text))
    await tx.update(signOffAnswers).set({ anchor }).where(eq(signOffAnswers.id, id))
  const open = await tx
    .select({ id: suggestions.id, anchor: suggestions.anchor })
    .from(suggestions)
    .where(and(eq(suggestions.releaseId, releaseId), isNull(suggestions.settledAt)))
  for (const [id, anchor] of movedIn(open, text))
    await tx.update(suggestions).set({ anchor }).where(eq(suggestions.id, id))
}

/** Returns the anchors that have moved. One whose block is gone keeps its old place. */
function movedIn(rows: { id: string; anchor: Anchor | null }[], text: Commented): [string, Anchor][] {
  const before = new Map(rows.flatMap(({ id, anchor }) => (anchor ? [[id, anchor] as const] : [])))
  return [...followAnchors(before, text)].filter(
    ([id, anchor]) => JSON.stringify(anchor) !== JSON.stringify(before.get(id)),
  )
}
