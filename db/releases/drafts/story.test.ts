import { expect, test } from 'vitest'
import { createRelease, createTranslation, emptyDraft } from '../../releases.ts'
import { addRelease, by, morning, noon } from '../../testing/newsroom.ts'
import { moveToTrash, restoreFromTrash } from '../../trash.ts'
import { getGoingOut } from '../going-out.ts'
import { publishRelease, withdrawRelease } from '../publication.ts'
import { smallChange } from '../published/change-notice.ts'
import { getDraft, saveDraft } from '../revisions.ts'
import { pairsOf } from '../translation-sources.ts'
import { getStory } from './story.ts'

const owner = { actor: { ...by.actor, role: 'owner' as const }, now: noon }
const versionOf = async (id: string, now = noon) =>
  (await getStory(id, now)).find(({ release }) => release.id === id) ?? expect.fail('it is not in its story')

async function write(id: string, title: string): Promise<number> {
  const { version = 0 } = (await getDraft(id)) ?? {}
  const draft = { ...emptyDraft('news'), title }
  return (await saveDraft(id, draft, { ...by, baseVersion: version, reason: 'save' })).version
}

/** The titles of what is written and of what is out, and when something goes out by itself. */
async function standing(id: string, now = noon) {
  const { release, stored, out, goingOut } = await versionOf(id, now)
  const known = await getGoingOut(release, now)
  expect(goingOut).toEqual(known)
  return [stored.draft.title, out?.draft.title, goingOut?.at.toISOString()]
}

test('what is out is what readers see, or what goes out by itself, and of a withdrawn text nothing', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news', title: 'Utkast' }, by)
  expect(await standing(id)).toEqual(['Utkast', undefined, undefined])
  const live = await addRelease('Ute')
  const { stored, out } = await versionOf(live)
  expect(out?.draft, 'the same text is sent once').toBe(stored.draft)
  const version = await write(live, 'Sedan')
  expect(await standing(live)).toEqual(['Sedan', 'Ute', undefined])
  await publishRelease(live, { ...by, now: morning, baseVersion: version, at: noon, change: smallChange })
  await write(live, 'Ännu senare')
  expect(await standing(live, morning)).toEqual(['Ännu senare', 'Sedan', noon.toISOString()])
  const planned = await addRelease('Planerad', {}, { at: noon })
  expect(await standing(planned, morning)).toEqual(['Planerad', 'Planerad', noon.toISOString()])
  const gone = await addRelease('Indragen')
  await withdrawRelease(gone, { ...by, reason: 'Fel', redirectToId: null })
  expect(await standing(gone)).toEqual(['Indragen', undefined, undefined])
})

test('a translation stands beside its source, also where that has become another story, and never in the trash', async () => {
  const source = await createRelease({ language: 'sv', kind: 'news', title: 'Kartan' }, by)
  const english = await createTranslation(source, 'en', by)
  const sourceOf = async () => {
    const story = await getStory(english, noon)
    const pairs = story.flatMap(({ release, pair }) => (pair ? [[release.id, pair] as const] : []))
    expect(new Map(pairs)).toEqual(await pairsOf(story.map(({ release }) => release.id)))
    return [story.length, (await versionOf(english)).pair?.source.id]
  }
  expect(await sourceOf()).toEqual([2, source])
  await moveToTrash('release', [source], owner)
  expect(await sourceOf()).toEqual([1, undefined])
  await createTranslation(english, 'sv', by)
  await restoreFromTrash('release', [source], owner)
  expect(await sourceOf()).toEqual([2, source])
})
