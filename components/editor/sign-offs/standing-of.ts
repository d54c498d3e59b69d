/** Sums up what each of those who have been asked has said. */
import type { QuoteState } from '#lib/document/sign-off-states.ts'
import type { AskedPerson, SignOffs } from './use-sign-offs.ts'

interface SaidInAll {
  state: QuoteState | 'over'
  at: string | null
}

/** Returns how somebody stands with the text: first what the writer has to do about, then what is waited for. */
export function standingOf(
  one: Pick<AskedPerson, 'id' | 'personId' | 'isOpen'> & {
    whole: Pick<NonNullable<AskedPerson['whole']>, 'answer' | 'at' | 'changed'> | null
  },
  {
    states,
    suggestions,
  }: Pick<SignOffs, 'states'> & {
    suggestions: Pick<SignOffs['suggestions'][number], 'signOffId' | 'createdAt'>[]
  },
): SaidInAll {
  const unanswered: SaidInAll = { state: one.isOpen ? 'waiting' : 'over', at: null }
  if (!one.personId) {
    const open = suggestions.findLast(({ signOffId }) => signOffId === one.id)
    if (open) return { state: 'suggest', at: open.createdAt }
    const { whole } = one
    if (whole && !(whole.changed && whole.answer !== 'approve'))
      return { state: whole.changed ? 'changed' : whole.answer, at: whole.at }
    return unanswered
  }
  const own = [...states.values()].filter(({ signOffId }) => signOffId === one.id)
  for (const state of ['changed', 'refuse', 'suggest', 'waiting', 'approve'] as const) {
    const found = own.find((standing) => standing.state === state)
    if (found && (state !== 'waiting' || one.isOpen)) return { state, at: found.at }
  }
  return unanswered
}
