/** Knows what readers are told when a text that they have seen is changed. */
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { line } from '../../inputs.ts'
import { changeKinds } from '../../types.ts'

/** What kind of change it is; what was wrong, for a correction; and what is right, or for a note what is new. */
const changeNotice = z.strictObject({ kind: z.enum(changeKinds), wrong: line(1_000), text: line(1_000) })
export type ChangeNotice = z.infer<typeof changeNotice>

/** The notice of a change of which readers are told nothing. */
export const smallChange: ChangeNotice = { kind: 'small', wrong: '', text: '' }

/**
 * Returns what is told of a change to a text that readers have seen; of a small one nothing. Refuses one of which nobody
 * has said what it is (`change-kind-missing`), a note without words, and a correction that does not say both what was
 * wrong and what is right.
 */
export function requireNotice(change: ChangeNotice | undefined): ChangeNotice {
  if (!change) throw new Refusal('change-kind-missing', { field: 'kind' })
  const { kind, wrong, text } = changeNotice.parse(change)
  if (kind === 'small') return smallChange
  if (kind === 'correction' && !wrong) throw new Refusal('correction-wrong-missing', { field: 'wrong' })
  if (!text) throw new Refusal(`${kind}-text-missing`, { field: 'text' })
  return { kind, wrong: kind === 'correction' ? wrong : '', text }
}
