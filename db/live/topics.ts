/** Topics as readers meet them. */

import { topicShelf } from '../topics.ts'
import { getLiveSubject, listLiveSubjects, liveSubjectsById, movedSubject, subjectAddresses } from './subjects.ts'
import type { Visit } from './visible.ts'

export type { LiveSubject as LiveTopic } from './subjects.ts'

/** Every topic with something to read, in the order of the alphabet, and how much there is. */
export const listLiveTopics = (visit: Visit) => listLiveSubjects(topicShelf, visit)

/** A topic's page, or undefined where nothing readable has that address. */
export const getLiveTopic = (slug: string, visit: Visit) => getLiveSubject(topicShelf, slug, visit)

/** The address of a topic with something to read that used to have this one. */
export const movedTopic = (slug: string, visit: Visit) => movedSubject(topicShelf, slug, visit)

/** Those of the topics that have something to read, in the order of the alphabet. */
export const topicsById = (ids: string[], visit: Visit) => liveSubjectsById(topicShelf, ids, visit)

/** The topic's address in the other languages where it has something to read. */
export const topicAddresses = (id: string, now: Date) => subjectAddresses(topicShelf, id, now)
