import { expect, test } from 'vitest'
import { createRelease, createTranslation, getRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { by, noon } from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { setTopic } from './many.ts'
import { countTopicsOf, countWritersOf } from './shares.ts'

const [elin, johan] = [await addMember('Elin'), await addMember('Johan', 'contributor')]
const begin = async (title: string, actor = elin) => {
  const id = await createRelease({ language: 'sv', kind: 'news', title }, { actor, now: noon })
  return { id, storyId: (await getRelease(id))?.storyId ?? '' }
}

test('a story counts once for a topic, in however many languages, and for each of its writers', async () => {
  const topicId = await createTopic({ texts: { sv: { name: 'Regn', slug: '', intro: '' } } }, by)
  const [one, two, three] = [await begin('Ett'), await begin('Två'), await begin('Tre', johan)]
  const english = await createTranslation(one.id, 'en', { actor: johan, now: noon })
  await setTopic([one.id, english, two.id], topicId, { actor: elin, now: noon, on: true })
  const stories = [one, two, three].map(({ storyId }) => storyId)
  expect(await countTopicsOf(stories)).toEqual({ counts: new Map([[topicId, 2]]), stories: 3 })
  const { counts } = await countWritersOf(stories)
  expect([counts.get(elin.id), counts.get(johan.id)]).toEqual([2, 2])
  expect(await countTopicsOf([three.storyId])).toEqual({ counts: new Map(), stories: 1 })
})
