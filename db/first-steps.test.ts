import { expect, test } from 'vitest'
import { write } from './client.ts'
import { listEvents } from './events.ts'
import { areFirstStepsOver, endFirstSteps, getFirstSteps, hideFirstSteps } from './first-steps.ts'
import { addMedia } from './media.ts'
import { archivePerson, restorePerson } from './people/archive.ts'
import { deleteRelease } from './releases/delete.ts'
import { withdrawRelease } from './releases/publication.ts'
import { createRelease } from './releases.ts'
import { firstSteps } from './schema/newsroom.ts'
import { emptySettingsTexts, getSettings, saveSettings } from './settings.ts'
import { pdf } from './testing/documents.ts'
import { addMember } from './testing/members.ts'
import { addImage, addPerson, addRelease, by, noon } from './testing/newsroom.ts'
import { moveToTrash, restoreFromTrash } from './trash.ts'

const owner = { ...by.actor, role: 'owner' } as const
const acting = { actor: owner, now: noon }
const editor = await addMember('Elin')
const contributor = await addMember('Johan', 'contributor')
const steps = (member: Parameters<typeof getFirstSteps>[0] = owner) => getFirstSteps(member, 'sv', noon)
const taken = async () => {
  const found = await steps()
  if (!found) return undefined
  const { words, person, picture, text } = found
  return [words.missing.length === 0, person, picture, text].map(Boolean)
}
const writeWords = async (boilerplate: string) => {
  const now = await getSettings()
  if (!now) throw new Error('there is no newsroom')
  const sv = { ...emptySettingsTexts, tagline: 'Till prov', boilerplate }
  await saveSettings({ ...now, texts: { sv } }, { ...acting, baseVersion: now.version })
}

test('a step is taken by what there is, in any order, and taken back by throwing it away', async () => {
  expect(await steps()).toMatchObject({ words: { language: 'sv', missing: ['boilerplate'] } })
  expect(await taken()).toEqual([false, false, false, false])
  const text = await createRelease({ language: 'sv', kind: 'news', title: 'Regnvatten' }, by)
  expect((await steps())?.text).toEqual({ id: text, title: 'Regnvatten' })
  const person = await addPerson('Ingrid Ölvestad', { pressContact: true })
  expect((await steps())?.person).toEqual({ id: person, name: 'Ingrid Ölvestad', role: '', pressContact: true })
  expect(await taken()).toEqual([false, true, false, true])
  await moveToTrash('person', [person], acting)
  await moveToTrash('release', [text], acting)
  expect(await taken()).toEqual([false, false, false, false])
  await restoreFromTrash('person', [person], acting)
  await archivePerson(person, acting)
  expect(await taken()).toEqual([false, false, false, false])
  await restorePerson(person, acting)
  expect(await taken()).toEqual([false, true, false, false])
})

test('a document is no picture, and words of spaces are none', async () => {
  await addMedia({ bytes: pdf('lista'), filename: 'lista.pdf' }, by)
  await writeWords('  ')
  expect(await taken()).toEqual([false, true, false, false])
  await writeWords('Provrummet prövar.')
  expect(await taken()).toEqual([true, true, false, false])
})

test('contributors are not shown the list, and whoever puts it away hides it for nobody else', async () => {
  expect(await steps(contributor)).toBeUndefined()
  await hideFirstSteps(true, { actor: editor, now: noon })
  expect(await steps(editor)).toBeUndefined()
  expect(await steps()).toBeDefined()
  expect(await areFirstStepsOver(noon)).toBe(false)
  await hideFirstSteps(false, { actor: editor, now: noon })
  expect(await steps(editor)).toBeDefined()
  expect((await listEvents(editor.id)).map(({ verb, actor }) => [verb, actor])).toContainEqual(['hide', 'Elin'])
})

test('the fourth step ends the list for all and for good, whatever is thrown away after it', async () => {
  const image = await addImage('topp')
  expect(await steps()).toBeDefined()
  await createRelease({ language: 'sv', kind: 'news' }, by)
  expect(await steps()).toBeUndefined()
  // In the same moment, before the clock has seen it.
  await moveToTrash('media', [image], acting)
  expect(await steps()).toBeUndefined()
  expect(await steps(editor)).toBeUndefined()
  expect((await listEvents('first-steps')).map(({ verb, actor }) => [verb, actor])).toEqual([['end', null]])
})

test('the first publication ends the list at its moment, and nothing brings it back', async () => {
  await write((tx) => tx.delete(firstSteps))
  await endFirstSteps(noon)
  expect(await steps()).toBeDefined()
  const at = new Date(noon.getTime() + 60_000)
  const text = await addRelease('Schemalagd', {}, { at })
  expect(await steps()).toBeDefined()
  expect(await getFirstSteps(owner, 'sv', at)).toBeUndefined()
  await endFirstSteps(at)
  await endFirstSteps(at)
  expect(await listEvents('first-steps')).toHaveLength(2)
  await withdrawRelease(text, { reason: 'Fel text.', actor: owner, now: at })
  await moveToTrash('release', [text], { actor: owner, now: at })
  await deleteRelease(text, { actor: owner, now: at })
  expect(await areFirstStepsOver(noon)).toBe(true)
})
