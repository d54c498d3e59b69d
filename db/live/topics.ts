/** Topics as readers see them. */
import type { Language } from '#lib/locale.ts'
import { topicKind } from '../topics.ts'
import {
  getLiveSubject,
  listLiveSubjects,
  listSubjectAddresses,
  liveSubjectsById,
  movedSubject,
  subjectAddresses,
  withQueries,
} from './subjects.ts'
import type { Visit } from './visible.ts'

export type { LiveSubject as LiveTopic } from './subjects.ts'

const topics = withQueries(topicKind)

/** Returns every topic with a live release, in alphabetical order, with how many it has. */
export const listLiveTopics = (visit: Visit) => listLiveSubjects(topics, visit)

/** Returns a topic's page, or undefined where no topic with a live release has that address. */
export const getLiveTopic = (slug: string, visit: Visit) => getLiveSubject(topics, slug, visit)

/** Returns the present address of a topic with a live release that used to have this one. */
export const movedTopic = (slug: string, visit: Visit) => movedSubject(topics, slug, visit)

/** Returns those of the topics that have a live release, in alphabetical order. */
export const topicsById = (ids: string[], visit: Visit) => liveSubjectsById(topics, ids, visit)

/** Returns the topic's address in each language in which it has a live release. */
export const topicAddresses = (id: string, now: Date) => subjectAddresses(topics, id, now)

/** Returns the addresses of every topic with a live release, in the alphabetical order of each language. */
export const listTopicAddresses = (languages: readonly Language[], now: Date) =>
  listSubjectAddresses(topics, languages, now)
