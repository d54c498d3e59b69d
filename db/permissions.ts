/**
 * Decides who may do what to what. `may` is a pure function of plain data: pages call it in order to offer, verbs in
 * order to refuse, and components get its result as a prop.
 */
import type { Media } from './schema/library.ts'
import type { Question } from './schema/questions.ts'
import type { Release, SourceAuthor } from './schema/releases.ts'
import type { User } from './schema/users.ts'
import { type Role, roleNames } from './types.ts'

export type Member = Pick<User, 'id' | 'role'>

/** What each action is done to; null where all things of the kind are alike. */
interface Things {
  /** Publishes a text, now or later, and withdraws it. */
  publish: Pick<Release, 'createdBy'>
  /** Throws a text away, restores it, and changes it among several in the list. */
  'manage-text': Pick<Release, 'createdBy'>
  /** Makes another member the writer of a text. */
  'reassign-text': Pick<Release, 'createdBy'>
  /** Approves texts, or asks for changes to them. */
  review: null
  /** Makes links that show a text to somebody without an account. Who may read a text may not therefore hand it on. */
  share: Pick<Release, 'createdBy' | 'sourceAuthors'>
  /** Sees who has signed up for the press meeting of an invitation, writes to them, and cancels it. */
  'host-meeting': Pick<Release, 'createdBy'>
  'edit-media': Pick<Media, 'createdBy'>
  /** Replaces a file that readers see. */
  'replace-shown-media': Pick<Media, 'createdBy'>
  'edit-people': null
  'edit-organisations': null
  /** Subjects are topics and series. */
  'edit-subjects': null
  /** Puts people on press duty, and says at what hours somebody is to answer. */
  'edit-rota': null
  /** Switches crisis mode on and off, and tells readers of it meanwhile. */
  'run-crisis': null
  'delete-feedback': null
  /** Takes a question from the press, and answers for the newsroom. */
  'take-question': { isOnDuty: boolean }
  /** Gives a question that somebody has taken to another member, and opens it again. */
  'hand-over-question': Pick<Question, 'heldBy'>
  /** Takes all questions out of the studio, with what was written in them, and erases that before its time. */
  'keep-questions': null
  /** Lets a link stand that does not answer. */
  'leave-links': null
  'edit-settings': null
  /** Invites members, changes their roles, removes them and makes links to a new password. */
  'manage-members': null
  /** Reads the audit log, takes it out of the studio, and has its chain checked. */
  'read-log': null
  /** Sends mail again that could not be delivered. */
  'retry-deliveries': null
}

export type Action = keyof Things

/** Whether a role may do what `least` may. */
export const reaches = (role: Role, least: Role): boolean => roleNames.indexOf(role) >= roleNames.indexOf(least)

const editors = ({ role }: Member): boolean => reaches(role, 'editor')
const owners = ({ role }: Member): boolean => reaches(role, 'owner')
const editorsAndMaker = (member: Member, thing: { createdBy: string | null }): boolean =>
  editors(member) || thing.createdBy === member.id

const hasOnlyWritten = (author: SourceAuthor): boolean => typeof author === 'object' && author !== null

const rules: { [A in Action]: (member: Member, thing: Things[A]) => boolean } = {
  publish: editors,
  'manage-text': editorsAndMaker,
  'reassign-text': editors,
  review: editors,
  share: (member, text) =>
    editorsAndMaker(member, text) &&
    (editors(member) || text.sourceAuthors.every((author) => author === member.id || hasOnlyWritten(author))),
  'host-meeting': editorsAndMaker,
  'edit-media': editorsAndMaker,
  'replace-shown-media': editors,
  'edit-people': editors,
  'edit-organisations': editors,
  'edit-subjects': editors,
  'edit-rota': editors,
  'run-crisis': editors,
  'delete-feedback': editors,
  'take-question': (member, { isOnDuty }) => editors(member) || isOnDuty,
  'hand-over-question': (member, { heldBy }) => editors(member) || heldBy === member.id,
  'keep-questions': editors,
  'leave-links': editors,
  'edit-settings': owners,
  'manage-members': owners,
  'read-log': owners,
  'retry-deliveries': owners,
}

/** Whether a member may do something, to this thing where it matters which. */
export function may<A extends Action>(
  member: Member,
  action: A,
  ...[thing]: Things[A] extends null ? [] : [thing: Things[A]]
): boolean {
  return rules[action](member, thing as Things[A])
}
