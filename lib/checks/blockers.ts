/** The checks that stop a publication: only what would harm a reader by law or by access. */
import { hasImages, withoutAltDecision, withoutAltText } from './images.ts'
import type { Finding, StopRule, Text } from './rule.ts'
import { withoutTitle } from './structure.ts'

export const stopRules = [
  { code: 'no-title', tier: 'stop', find: withoutTitle },
  { code: 'no-alt-decision', tier: 'stop', find: withoutAltDecision, concerns: hasImages },
  { code: 'no-alt-text', tier: 'stop', find: withoutAltText, concerns: hasImages },
] as const satisfies StopRule[]

export type Blocker = Finding & { code: (typeof stopRules)[number]['code'] }

/**
 * Returns what stops the publication of a text. The greyed button, the reason beside it and the server's refusal all
 * use this list.
 */
export function publishBlockers(text: Pick<Text, 'title' | 'hero' | 'body'>): Blocker[] {
  return stopRules.flatMap(({ code, find }) => find(text).map((finding) => ({ code, ...finding })))
}
