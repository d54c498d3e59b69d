/** Turns what a keyboard has into the signs that a language is written with, as they are typed. */
import { type Language, rulesOf } from '../locale.ts'

export interface TypedSign {
  /** How many letters before the caret give way. */
  drop: number
  sign: string
}

/** After these a quotation mark opens. */
const opening = /^$|[\s([{–—/“„«]$/

/** Returns the sign that the last letters before the caret stand for; undefined where they stand for themselves. */
export function typedSign(before: string, language: Language): TypedSign | undefined {
  if (/(?<!\.)\.\.\.$/.test(before)) return { drop: 3, sign: '…' }
  if (!before.endsWith('"')) return undefined
  const { quotes } = rulesOf(language)
  const sign = quotes[opening.test(before.slice(0, -1)) ? 'typed-open' : 'typed-close']
  return { drop: 1, sign }
}
