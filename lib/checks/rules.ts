/**
 * Lists the rules that a text is checked by before publication, in the order they are shown. Those of the first list
 * stop it; the others only warn. The name and sentence of each are under `checks` in the messages.
 */
import { aiUnsaid, isAskedForAi } from './ai.ts'
import { stopRules } from './blockers.ts'
import { generated, hasImages, withFilenameAsAlt, withoutCredit, withoutSourceType } from './images.ts'
import { deadLinks, hasLinks, linksAreKnown, vagueLinks } from './links.ts'
import { meetingDoubts, meetingMissing, meets } from './meetings.ts'
import {
  doubtfulTime,
  hasDates,
  impossibleDates,
  invitationToThePast,
  invitationWithoutDate,
  isInvitation,
  isPlanned,
  nightTime,
  olderTranslation,
  weekend,
  wrongWeekdays,
} from './moments.ts'
import {
  firstNameFirst,
  hasContacts,
  hasPeople,
  hasQuotes,
  leftForLater,
  quotesWithoutSpeaker,
  speakersWithoutCard,
  unreachableContacts,
  withoutContact,
} from './people.ts'
import type { Finding, KnownNewsroom, LookRule, Rule, Text } from './rule.ts'
import { answeredOtherwise, changedSince, isSentOut, waitingFor } from './sign-offs.ts'
import {
  duplicates,
  emptyParts,
  hasHeadings,
  hasTables,
  longTitle,
  skippedLevels,
  tablesWithoutHeader,
  withoutTopic,
} from './structure.ts'
import { isTranslation, unfinished, untranslated } from './untranslated.ts'
import { isLongEnough, tooHeavy, unexplainedAcronyms } from './wording.ts'

const lookRules = [
  { code: 'untranslated', tier: 'look', find: untranslated, concerns: isTranslation },
  { code: 'unfinished', tier: 'look', find: unfinished, concerns: () => false },
  { code: 'sign-off-changed', tier: 'look', find: changedSince, concerns: isSentOut },
  { code: 'sign-off-open', tier: 'look', find: answeredOtherwise, concerns: isSentOut },
  { code: 'sign-off-waiting', tier: 'look', find: waitingFor, concerns: isSentOut },
  { code: 'no-contact', tier: 'look', find: withoutContact },
  { code: 'unreachable', tier: 'look', find: unreachableContacts, concerns: hasContacts },
  { code: 'no-speaker', tier: 'look', find: quotesWithoutSpeaker, concerns: hasQuotes },
  { code: 'no-card', tier: 'look', find: speakersWithoutCard, concerns: hasQuotes },
  { code: 'stub', tier: 'look', find: leftForLater, concerns: hasPeople },
  {
    code: 'first-name',
    tier: 'look',
    find: firstNameFirst,
    concerns: (text) => text.cards.length > 0 || hasQuotes(text),
  },
  { code: 'long-title', tier: 'look', find: longTitle },
  { code: 'skipped-level', tier: 'look', find: skippedLevels, concerns: hasHeadings },
  { code: 'duplicate', tier: 'look', find: duplicates },
  { code: 'empty', tier: 'look', find: emptyParts },
  { code: 'acronym', tier: 'look', find: unexplainedAcronyms },
  { code: 'heavy', tier: 'look', find: tooHeavy, concerns: isLongEnough },
  { code: 'alt-filename', tier: 'look', find: withFilenameAsAlt, concerns: hasImages },
  { code: 'no-credit', tier: 'look', find: withoutCredit, concerns: hasImages },
  { code: 'no-source-type', tier: 'look', find: withoutSourceType, concerns: hasImages },
  { code: 'generated', tier: 'look', find: generated, concerns: hasImages },
  { code: 'ai-unsaid', tier: 'look', find: aiUnsaid, concerns: isAskedForAi },
  { code: 'table-header', tier: 'look', find: tablesWithoutHeader, concerns: hasTables },
  { code: 'vague-link', tier: 'look', find: vagueLinks, concerns: hasLinks },
  { code: 'dead-link', tier: 'look', find: deadLinks, concerns: linksAreKnown },
  { code: 'no-topic', tier: 'look', find: withoutTopic },
  { code: 'wrong-weekday', tier: 'look', find: wrongWeekdays, concerns: hasDates },
  { code: 'impossible-date', tier: 'look', find: impossibleDates, concerns: hasDates },
  { code: 'no-event-date', tier: 'look', find: invitationWithoutDate, concerns: isInvitation },
  { code: 'past-event', tier: 'look', find: invitationToThePast, concerns: isInvitation },
  { code: 'meeting-missing', tier: 'look', find: meetingMissing, concerns: isInvitation },
  { code: 'meeting-doubtful', tier: 'look', find: meetingDoubts, concerns: meets },
  { code: 'doubtful-time', tier: 'look', find: doubtfulTime, concerns: isPlanned },
  { code: 'night', tier: 'look', find: nightTime, concerns: isPlanned },
  { code: 'weekend', tier: 'look', find: weekend, concerns: isPlanned },
  { code: 'older-translation', tier: 'look', find: olderTranslation, concerns: () => false },
] as const satisfies LookRule[]

export const rules: Rule[] = [...stopRules, ...lookRules]

export type LookCode = (typeof lookRules)[number]['code']
export type Code = (typeof stopRules)[number]['code'] | LookCode

export interface Report {
  /** The warnings, in the order of the rules. */
  looks: (Finding & { code: LookCode })[]
  /** The rules that concern the text and found nothing. */
  passed: Code[]
}

/** Runs all rules but those that stop a publication, which `publishBlockers` runs. */
export function checkText(text: Text, newsroom: KnownNewsroom): Report {
  const looks = lookRules.flatMap(({ code, find }) => find(text, newsroom).map((finding) => ({ code, ...finding })))
  const found = new Set<string>(looks.map(({ code }) => code))
  const passed = rules.filter((rule) => {
    if (rule.concerns?.(text, newsroom) === false) return false
    return rule.tier === 'stop' ? rule.find(text).length === 0 : !found.has(rule.code)
  })
  return { looks, passed: passed.map(({ code }) => code as Code) }
}
