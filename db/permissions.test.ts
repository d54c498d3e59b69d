import { describe, expect, test } from 'vitest'
import { type Action, type Member, may, reaches } from './permissions.ts'
import type { SourceAuthor } from './schema/releases.ts'
import { type Role, roleNames } from './types.ts'

const [no, yes] = [false, true]

/** What others have begun, and what the member has begun, where it matters. */
const matrix: Record<Action, Record<Role, boolean | { others: boolean; own: boolean }>> = {
  publish: {
    contributor: { others: no, own: no },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'manage-text': {
    contributor: { others: no, own: yes },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'reassign-text': {
    contributor: { others: no, own: no },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  review: { contributor: no, editor: yes, owner: yes },
  share: { contributor: { others: no, own: yes }, editor: { others: yes, own: yes }, owner: { others: yes, own: yes } },
  'host-meeting': {
    contributor: { others: no, own: yes },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'edit-media': {
    contributor: { others: no, own: yes },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'replace-shown-media': {
    contributor: { others: no, own: no },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'edit-people': { contributor: no, editor: yes, owner: yes },
  'edit-organisations': { contributor: no, editor: yes, owner: yes },
  'edit-subjects': { contributor: no, editor: yes, owner: yes },
  'edit-rota': { contributor: no, editor: yes, owner: yes },
  'run-crisis': { contributor: no, editor: yes, owner: yes },
  // Their own is what they have taken, and the hour of their press duty.
  'take-question': {
    contributor: { others: no, own: yes },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'hand-over-question': {
    contributor: { others: no, own: yes },
    editor: { others: yes, own: yes },
    owner: { others: yes, own: yes },
  },
  'keep-questions': { contributor: no, editor: yes, owner: yes },
  'delete-feedback': { contributor: no, editor: yes, owner: yes },
  'leave-links': { contributor: no, editor: yes, owner: yes },
  'edit-settings': { contributor: no, editor: no, owner: yes },
  'manage-members': { contributor: no, editor: no, owner: yes },
  'read-log': { contributor: no, editor: no, owner: yes },
  'retry-deliveries': { contributor: no, editor: no, owner: yes },
}

const ask = may as (
  member: Member,
  action: Action,
  thing?: { createdBy: string | null; sourceAuthors?: SourceAuthor[]; heldBy?: string; isOnDuty?: boolean },
) => boolean

describe.each(roleNames)('a member who is %s', (role) => {
  const member = { id: 'kim', role }
  const startedBy = (createdBy: string) => ({
    createdBy,
    sourceAuthors: [],
    heldBy: createdBy,
    isOnDuty: createdBy === 'kim',
  })
  test.each(Object.keys(matrix) as Action[])('may %s as the matrix has it', (action) => {
    const expected = matrix[action][role]
    const answers =
      typeof expected === 'boolean'
        ? ask(member, action)
        : { others: ask(member, action, startedBy('eva')), own: ask(member, action, startedBy('kim')) }
    expect(answers).toEqual(expected)
  })
})

test.each<[string, SourceAuthor[], boolean]>([
  ['their own', ['kim'], true],
  ['their own, in which a colleague has written', ['kim', { wrote: 'eva' }], true],
  ['a colleague’s', ['eva'], false],
  ['a colleague’s, in which they have written', ['eva', { wrote: 'kim' }], false],
  ['their own, which came from a colleague’s', ['kim', 'eva'], false],
  ['one of the newsroom itself', [null], false],
])('a contributor who has copied %s may show the copy to somebody outside: %s', (_, sourceAuthors, expected) => {
  const copy = { createdBy: 'kim', sourceAuthors }
  expect(may({ id: 'kim', role: 'contributor' }, 'share', copy)).toBe(expected)
  expect(may({ id: 'kim', role: 'editor' }, 'share', copy)).toBe(true)
})

test('what the newsroom itself has added is nobody’s own', () => {
  expect(may({ id: 'kim', role: 'contributor' }, 'edit-media', { createdBy: null })).toBe(false)
})

test('each role reaches what those before it reach', () => {
  const reached = roleNames.map((role) => roleNames.filter((least) => reaches(role, least)))
  expect(reached).toEqual([['contributor'], ['contributor', 'editor'], ['contributor', 'editor', 'owner']])
})
