/** The rule about AI: where the newsroom tells readers or programs, the writer says how it was used. */
import type { Finding, KnownNewsroom, Text } from './rule.ts'

export const isAskedForAi = (_text: Text, { asksForAi }: KnownNewsroom): boolean => asksForAi

export const aiUnsaid = ({ ai }: Text, { asksForAi }: KnownNewsroom): Finding[] =>
  asksForAi && !ai ? [{ place: { part: 'details', field: 'ai' } }] : []
