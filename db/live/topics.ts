/** Topics as readers see them. */

import { topicKind } from '../topics.ts'
import { getLiveSubject, listLiveSubjects, liveSubjectsById, movedSubject, subjectAddresses } from './subjects.ts'
import type { Visit } from './visible.ts'

export type { LiveSubject as LiveTopic } from './subjects.ts'

/** Returns every topic with a live release, in alphabetical order, with how many it has. */
export const listLiveTopics = (visit: Visit) => listLiveSubjects(topicKind, visit)

/** Returns a topic's page, or undefined where no topic with a live release has that address. */
export const getLiveTopic = (slug: string, visit: Visit) => getLiveSubject(topicKind, slug, visit)

/** Returns the present address of a topic with a live release that used to have this one. */
export const movedTopic = (slug: string, visit: Visit) => movedSubject(topicKind, slug, visit)

/** Returns those of the topics that have a live release, in alphabetical order. */
export const topicsById = (ids: string[], visit: Visit) => liveSubjectsById(topicKind, ids, visit)

/** Returns the topic's address in each language in which it has a live release. */
export const topicAddresses = (id: string, now: Date) => subjectAddresses(topicKind, id, now)
