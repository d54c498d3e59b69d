/** The checks that stop a publication: only what would harm a reader by law or by access. */
import { hasImages, withoutAltDecision, withoutAltText } from './images.ts'
import { meetingOutOfOrder, meets } from './meetings.ts'
import type { Finding, StopRule, StopText } from './rule.ts'
import { withoutTitle } from './structure.ts'

export const stopRules = [
  { code: 'no-title', tier: 'stop', find: withoutTitle },
  { code: 'no-alt-decision', tier: 'stop', find: withoutAltDecision, concerns: hasImages },
  { code: 'no-alt-text', tier: 'stop', find: withoutAltText, concerns: hasImages },
  { code: 'meeting-order', tier: 'stop', find: meetingOutOfOrder, concerns: meets },
] as const satisfies StopRule[]

export type Blocker = Finding & { code: (typeof stopRules)[number]['code'] }

/**
 * Returns what stops the publication of a text. The greyed button, the reason beside it and the server's refusal all
 * use this list.
 */
export function publishBlockers(text: StopText): Blocker[] {
  return stopRules.flatMap(({ code, find }) => find(text).map((finding) => ({ code, ...finding })))
}
