import { expect, test } from 'vitest'
import { image } from '#lib/checks/test-text.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { doc } from '#lib/document/testing.ts'
import { listEvents } from '../events.ts'
import { listRevisions } from '../releases/history.ts'
import { createPreviewLink, revokePreviewLink } from '../releases/preview-links.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { addImage, noon } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { askSignOff } from './links.ts'
import {
  addAskedSuggestion,
  addGuestSuggestion,
  addSuggestion,
  listSuggestions,
  rewritable,
  settleSuggestion,
} from './suggestions.ts'

const editor = await addMember('elin')
const colleague = await addMember('johan', 'contributor')
const by = { actor: colleague, now: noon }
const from = { address: '192.0.2.7', now: noon }
const pipe = await addImage('rör.png')
const words = 'Nio bryggerier får stöd.'
const [first, second] = ['Nio företag får stöd.', 'Utlysningen lockade 41 ansökningar.']

async function suggestedText() {
  const id = await createRelease({ language: 'sv', kind: 'press' }, { actor: editor, now: noon })
  const body = doc(first, second, image({ mediaId: pipe }))
  const change = async (part: object) => {
    const stored = await getDraft(id)
    const base = { actor: editor, baseVersion: stored?.version ?? 0, reason: 'autosave' as const, now: noon }
    await saveDraft(id, { ...stored?.draft, ...part }, base)
  }
  await change({ title: 'Rubrik', body })
  const draft = (await getDraft(id))?.draft
  const anchor = draft && anchorAt(draft, { place: 'block', index: 0 })
  if (!draft || !anchor) throw new Error('no draft')
  const { text: about, ...place } = anchor
  return { id, body, change, draft, typed: { ...place, about, before: first, words, reason: 'De är bryggerier.' } }
}

test('a colleague writes a block anew, and it follows the block', async () => {
  const { id, body, change, typed } = await suggestedText()
  const suggestion = await addSuggestion(id, typed, by)
  await change({ body: doc('Nytt först.', ...body.content) })
  expect(await listSuggestions(id)).toMatchObject([
    {
      author: 'johan',
      authorId: colleague.id,
      before: first,
      words,
      anchor: { index: 1 },
      signOffId: null,
      link: null,
    },
  ])
  expect(await listEvents(suggestion)).toMatchObject([{ verb: 'create', actor: 'johan' }])
})

test('a guest suggests under a name of their own, and by a link that has been revoked nobody does', async () => {
  const { id, typed } = await suggestedText()
  const { id: linkId, token } = await createPreviewLink(
    id,
    { name: 'Till juristen', days: 1 },
    { ...by, actor: editor },
  )
  await addGuestSuggestion(token, { ...typed, index: '0', name: 'Vera Lind' }, from)
  expect(await listSuggestions(id, { linkId })).toMatchObject([{ author: 'Vera Lind', link: 'Till juristen' }])
  await revokePreviewLink(id, linkId, { ...by, actor: editor })
  const late = addGuestSuggestion(token, { ...typed, name: 'Vera Lind' }, from)
  await expect(late).rejects.toEqual(refused('link-opens-nothing'))
})

test('whoever has been asked about the whole text suggests under the name they were asked by', async () => {
  const { id, typed } = await suggestedText()
  const input = { personId: null, name: 'Rebecka Lund', days: 7, way: 'link' }
  const { id: signOffId, token = '' } = await askSignOff(id, input, { ...by, actor: editor })
  await addAskedSuggestion(token, typed, from)
  expect(await listSuggestions(id, { signOffId })).toMatchObject([{ author: 'Rebecka Lund', signOffId }])
})

test('of two writers at once one settles a suggestion, and who and when stands with the version', async () => {
  const { id, typed } = await suggestedText()
  const suggestion = await addSuggestion(id, typed, by)
  const settle = (outcome: string) => settleSuggestion(id, suggestion, { outcome }, { actor: editor, now: noon })
  const outcomes = await Promise.allSettled([settle('taken'), settle('left')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await expect(settle('left')).rejects.toEqual(refused('suggestion-settled'))
  expect(await listSuggestions(id)).toEqual([])
  const [version] = await listRevisions(id)
  expect(version).toMatchObject({
    reason: 'answered',
    suggestions: [{ name: 'johan', settledBy: 'elin', settledAt: noon, outcome: 'taken' }],
  })
  expect((await listEvents(suggestion)).map(({ verb }) => verb).sort()).toEqual(['create', 'take'])
  await expect(settleSuggestion(id, 'x', { outcome: 'left' }, by)).rejects.toEqual(refused('unknown-suggestion'))
})

test('one for a block that is changed meanwhile keeps the words it was made on', async () => {
  const { id, change, typed } = await suggestedText()
  await change({ body: doc('Nio stora företag får stöd.', second) })
  await addSuggestion(id, typed, by)
  expect(await listSuggestions(id)).toMatchObject([{ before: first, anchor: { text: 'Nio stora företag får stöd.' } }])
})

test('words that are the same, no words, and a picture without a caption are refused', async () => {
  const { id, draft, typed } = await suggestedText()
  await expect(addSuggestion(id, { ...typed, words: first }, by)).rejects.toEqual(refused('same-words'))
  await expect(addSuggestion(id, { ...typed, words: '  ' }, by)).rejects.toThrow('required')
  const { text: about, ...place } = anchorAt(draft, { place: 'block', index: 2 }) ?? { text: '' }
  const picture = addSuggestion(id, { ...typed, ...place, about }, by)
  await expect(picture).rejects.toEqual(refused('no-such-block'))
  expect(rewritable(draft, { place: 'block', index: 2 })).toBeUndefined()
  expect(rewritable(draft, { place: 'head', index: 0 })).toMatchObject({ words: 'Rubrik' })
})

test('the lead, a caption and the words of a fact box are written anew, by the lines they have', async () => {
  const { id, change } = await suggestedText()
  const factBox = { type: 'factBox', attrs: { title: 'Fakta' }, content: doc('Nio bryggerier.').content }
  const hero = { mediaId: pipe, altDecision: null, alt: '', caption: 'Röret.' }
  await change({ lead: ['En punkt.', 'En till.'], hero, body: doc(first, factBox as never) })
  const draft = (await getDraft(id))?.draft
  if (!draft) throw new Error('no draft')
  for (const [place, index, before, after] of [
    ['head', 0, 'Rubrik\nEn punkt.\nEn till.', 'Rubrik\nEn punkt.\nTvå till.'],
    ['hero', 0, 'Röret.', 'Rören.'],
    ['block', 1, 'Fakta\nNio bryggerier.', 'Fakta\nTio bryggerier.'],
  ] as const) {
    const about = rewritable(draft, { place, index })
    expect(about?.words).toBe(before)
    const { text, ...at } = about?.anchor ?? { text: '' }
    const typed = { ...at, about: text, before, words: after }
    await addSuggestion(id, { ...typed, reason: '' }, by)
    expect((await listSuggestions(id)).at(-1)).toMatchObject({ before, words: after, anchor: { place, index } })
    const same = addSuggestion(id, { ...typed, words: before, reason: '' }, by)
    await expect(same).rejects.toEqual(refused('same-words'))
  }
})
