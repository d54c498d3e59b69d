import { expect, test } from 'vitest'
import { createRelease, createTranslation, emptyDraft, getRelease, listVersions } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, by as founder, noon } from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { moveToTrash } from '../trash.ts'
import { removeUser } from '../users.ts'
import { duplicateStories, giveBack, moveStoriesToTrash, setTopic, setWriter, versionIdsOf } from './many.ts'
import { getDraft, saveDraft } from './revisions.ts'
import { getTranslationSource } from './translations.ts'

const editor = { actor: await addMember('Elin'), now: noon }
const johan = { actor: await addMember('Johan', 'contributor'), now: noon }
const storyOf = async (id: string) => (await getRelease(id))?.storyId ?? ''
const begin = (title: string, by = editor) => createRelease({ language: 'sv', kind: 'news', title }, by)

test('a story goes whole or stays whole', async () => {
  const live = await addRelease('Ute')
  const english = await createTranslation(live, 'en', editor)
  const loose = await begin('Lös')
  const looseEnglish = await createTranslation(loose, 'en', editor)
  const [kept, gone] = [await storyOf(live), await storyOf(loose)]
  expect(await moveStoriesToTrash([kept, gone], editor)).toEqual({
    done: [gone],
    left: [{ id: kept, code: 'trash-live' }],
    releaseIds: [loose, looseEnglish],
  })
  expect((await getRelease(english))?.storyId).toBe(kept)
  expect(await versionIdsOf([kept, gone])).toHaveLength(2)
})

test('a copy is a draft of one’s own in every language, without what was public', async () => {
  const live = await addRelease('Kartan', { lead: ['Vatten.'], slug: 'kartan' })
  await createTranslation(live, 'en', editor)
  const { done, releaseIds } = await duplicateStories([await storyOf(live)], editor)
  expect([done.length, releaseIds.length]).toEqual([1, 2])
  const [swedish = '', english = ''] = releaseIds
  const [copy, draft] = [await getRelease(swedish), (await getDraft(swedish))?.draft]
  expect(copy).toMatchObject({ createdBy: editor.actor.id, publishAt: null, liveRevisionId: null, slug: null })
  expect(draft).toMatchObject({ title: 'Kartan (kopia)', lead: ['Vatten.'], slug: '' })
  expect((await getDraft(english))?.draft.title).toBe('Kartan (copy)')
  expect((await getTranslationSource(english))?.source).toMatchObject({ id: swedish, language: 'sv' })
  expect(await listVersions(await storyOf(swedish))).toHaveLength(2)
  expect(await duplicateStories([await storyOf(live)], johan)).toMatchObject({
    done: [],
    left: [{ code: 'text-of-others' }],
  })
})

test('a title that is as long as can be has room for the word', async () => {
  const id = await begin(`${'å'.repeat(299)}🙂`.slice(0, 300))
  const { releaseIds } = await duplicateStories([await storyOf(id)], editor)
  const title = (await getDraft(releaseIds[0] ?? ''))?.draft.title ?? ''
  expect([title.length <= 300, title.endsWith(' (kopia)'), title.isWellFormed()]).toEqual([true, true, true])
})

test('a topic is put on those without it, and taken from those alone', async () => {
  const topicId = await createTopic({ texts: { sv: { name: 'Regn', slug: '', intro: '' } } }, founder)
  const [one, two, others] = [await begin('Ett', johan), await begin('Två', johan), await begin('Hennes')]
  await setTopic([two], topicId, { ...johan, on: true })
  const { releaseIds, left } = await setTopic([one, two, others], topicId, { ...johan, on: true })
  expect([releaseIds, left]).toEqual([[one], [{ id: others, code: 'text-of-others' }]])
  await setTopic(releaseIds, topicId, { ...johan, on: false })
  const topicsOf = async (id: string) => (await getDraft(id))?.draft.topicIds
  expect([await topicsOf(one), await topicsOf(two)]).toEqual([[], [topicId]])
  await moveToTrash('topic', [topicId], editor)
  await expect(setTopic([one], topicId, { ...editor, on: true })).rejects.toThrow('in-trash')
  await expect(setTopic([one], 'finns-inte', { ...editor, on: true })).rejects.toThrow('unknown-topic')
})

test('twenty topics are enough', async () => {
  const ids = await Promise.all(
    Array.from({ length: 21 }, (_, at) =>
      createTopic({ texts: { sv: { name: `Ämne ${at}`, slug: '', intro: '' } } }, founder),
    ),
  )
  const id = await begin('Allt')
  const { version = 0 } = (await getDraft(id)) ?? {}
  const draft = { ...emptyDraft('news'), topicIds: ids.slice(0, 20) }
  await saveDraft(id, draft, { ...editor, baseVersion: version, reason: 'save' })
  const { left } = await setTopic([id], ids[20] ?? '', { ...editor, on: true })
  expect(left).toEqual([{ id, code: 'too-many-topics' }])
})

test('a text is handed over by editors, to members there are', async () => {
  const id = await begin('Min', johan)
  expect((await setWriter([id], editor.actor.id, johan)).left).toEqual([{ id, code: 'reassign-of-others' }])
  expect((await setWriter([id], editor.actor.id, editor)).before).toEqual([{ id, writerId: johan.actor.id }])
  expect((await getRelease(id))?.createdBy).toBe(editor.actor.id)
  await expect(setWriter([id], 'ingen', editor)).rejects.toThrow('unknown-member')
})

test('texts are given back to who wrote them, but to those who have left meanwhile', async () => {
  const leaving = { actor: await addMember('Sara', 'contributor'), now: noon }
  const [mine, theirs] = [await begin('Kvar', johan), await begin('Borta', leaving)]
  const { before } = await setWriter([mine, theirs], editor.actor.id, editor)
  await removeUser(leaving.actor.email, { actor: 'operator', now: noon })
  expect(await giveBack(before, editor)).toEqual({ done: [mine], left: [{ id: theirs, code: 'unknown-member' }] })
  expect((await getRelease(mine))?.createdBy).toBe(johan.actor.id)
  expect((await getRelease(theirs))?.createdBy).toBe(editor.actor.id)
})
