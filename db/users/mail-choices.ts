/** What members have chosen to get by mail, and when. */
import { instantsOf, wallTimeOf } from '#lib/time/zone.ts'
import type { User } from '../schema/users.ts'
import { type MailChoice, type MailTopic, mailTopics, type NotificationKind } from '../types.ts'

/** What holds for whoever has chosen nothing: what waits for them is mailed at once, and the rest in the morning. */
const atFirst: Record<MailTopic, MailChoice> = {
  review: 'at-once',
  verdict: 'at-once',
  'sign-off': 'at-once',
  suggestions: 'daily',
  comments: 'daily',
  publication: 'at-once',
  'hand-over': 'at-once',
  reminders: 'daily',
  crisis: 'at-once',
  questions: 'at-once',
}

export const mailTopicNames = Object.keys(mailTopics) as MailTopic[]

/** Returns what a member has chosen about each topic. */
export const choicesOf = ({ mailChoices }: Pick<User, 'mailChoices'>): Record<MailTopic, MailChoice> => ({
  ...atFirst,
  ...mailChoices,
})

/** Returns what a member has chosen about a kind of step. */
export function choiceOf(member: Pick<User, 'mailChoices'>, kind: NotificationKind): MailChoice {
  const topic = mailTopicNames.find((name) => (mailTopics[name] as readonly string[]).includes(kind))
  return topic ? choicesOf(member)[topic] : 'never'
}

/** When the mail of the day goes out, by the newsroom's clock. */
export const dailyMailTime = '07:00'
const day = 86_400_000

/** Returns when the next mail of the day goes out. */
export function nextMorning(now: Date, timeZone: string): Date {
  for (const later of [0, day, 2 * day]) {
    const { date } = wallTimeOf(new Date(now.getTime() + later), timeZone)
    const morning = instantsOf({ date, time: dailyMailTime }, timeZone).find((at) => at > now)
    if (morning) return morning
  }
  return new Date(now.getTime() + day)
}
