import { beforeEach, describe, expect, test } from 'vitest'
import type { Block } from '#lib/document/rich-text.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { createOrganisation } from '../organisations.ts'
import { createRelease, createTranslation, emptyDraft } from '../releases.ts'
import { addImage, addPerson, by } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { getDrafts } from './drafts.ts'
import { listRevisions } from './history.ts'
import { restoreRevision } from './restore.ts'
import { type Draft, getDraft, saveDraft } from './revisions.ts'
import {
  compareTranslations,
  countOutdated,
  getTranslationSource,
  markAlike,
  settleBlock,
  unmarkAlike,
} from './translations.ts'

const quote = (text: string): Block => ({ type: 'quote', attrs: { personId: null }, content: [{ type: 'text', text }] })

const first = paragraph('Tolv bruksorter delar på pengarna i år.')
const second = quote('– Det här är bara början, tror vi.')
const third = paragraph('Läs mer om kretsen på programmets webbplats.')

let source: string
let translation: string

async function save(id: string, changes: Partial<Draft>) {
  const stored = await getDraft(id)
  const draft = { ...emptyDraft('news'), ...stored?.draft, ...changes }
  await saveDraft(id, draft, { ...by, baseVersion: stored?.version ?? 0, reason: 'save' })
}

/** State and the translation's own block, row by row. */
const rows = async () =>
  (await getTranslationSource(translation))?.rows.blocks.map(({ state, target }) => [state, target])

beforeEach(async () => {
  source = await createRelease({ language: 'sv', kind: 'news', title: 'Nyheten', body: doc(first, second, third) }, by)
  translation = await createTranslation(source, 'en', by)
})

test('a translation begins with the positions and verbs that are known in its language', async () => {
  const organisationId = await createOrganisation({ kind: 'partner', name: { sv: 'Bruket' }, logoMediaId: null }, by)
  const title = { sv: 'Programchef', en: 'Programme Director' }
  const ingrid = await addPerson('Ingrid Ölvestad', { roles: [{ title, organisationId, since: '', until: null }] })
  const said = (named: string): Block => ({
    type: 'quote',
    attrs: { personId: ingrid, attribution: { place: 'after', verb: 'säger', named } },
    content: [{ type: 'text', text: '– Det går.' }],
  })
  const body = doc(said('Ingrid Ölvestad, programchef'), said('Ingrid, programchef i Åsunda'), said('Ingrid'))
  const english = await createTranslation(await createRelease({ language: 'sv', kind: 'news', body }, by), 'en', by)
  const draft = (await getDraft(english))?.draft
  const named = draft?.body.content.map((block) => block.type === 'quote' && block.attrs.attribution)
  expect(named).toMatchObject([
    { verb: 'says', named: 'Ingrid Ölvestad, Programme Director' },
    { verb: 'says', named: 'Ingrid, programchef i Åsunda' },
    { verb: 'says', named: 'Ingrid' },
  ])
})

describe('a translation beside its source', () => {
  test('begins with the source, block for block, and the source itself has nothing beside it', async () => {
    expect(await rows()).toEqual([
      ['right', 0],
      ['right', 1],
      ['right', 2],
    ])
    expect(await getTranslationSource(source)).toBeUndefined()
    expect((await countOutdated([source, translation])).size).toBe(0)
  })

  test('keeps its place when every word is put in the other language, in one save or many', async () => {
    await save(translation, {
      body: doc(paragraph('Twelve towns share it.'), quote('A start.'), paragraph('Read on.')),
    })
    expect((await rows())?.map(([, target]) => target)).toEqual([0, 1, 2])
    await save(translation, {
      body: doc(paragraph('Twelve towns.'), paragraph('Share it all.'), quote('A start.'), paragraph('Read on.')),
    })
    expect((await rows())?.map(([, target]) => target)).toEqual([0, 2, 3])
  })

  test('says what is changed, new and gone in the source, and what was settled since', async () => {
    await save(source, {
      title: 'Nyheten igen',
      body: doc(paragraph('Tretton bruksorter delar på pengarna i år.'), paragraph('Helt ny rad.'), third),
    })
    const { blocks = [], fields = [] } = (await getTranslationSource(translation))?.rows ?? {}
    expect(blocks.map(({ state }) => state).sort()).toEqual(['changed', 'new', 'removed', 'right'])
    expect(fields.filter(({ state }) => state === 'changed').map(({ field }) => field)).toEqual(['title'])
    expect((await countOutdated([translation])).get(translation)).toBe(4)
    for (const { key } of blocks.filter(({ state }) => state !== 'right')) await settleBlock(translation, key, by)
    expect((await countOutdated([translation])).get(translation)).toBe(1)
    expect((await rows())?.map(([state]) => state)).toEqual(['right', 'right', 'right'])
  })

  test('refuses an answer to a block that has changed again meanwhile', async () => {
    await save(source, { body: doc(paragraph('Tretton bruksorter delar på pengarna i år.'), second, third) })
    const key = (await getTranslationSource(translation))?.rows.blocks[0]?.key ?? ''
    await save(source, { body: doc(paragraph('Fjorton bruksorter delar på pengarna i år.'), second, third) })
    await expect(settleBlock(translation, key, by)).rejects.toMatchObject({ code: 'source-changed' })
    await expect(settleBlock(source, key, by)).rejects.toMatchObject({ code: 'unknown-release' })
  })

  test('follows through a version that is taken up again', async () => {
    await save(translation, { body: doc(paragraph('Nothing left.')) })
    const [, older] = await listRevisions(translation, { most: 5 })
    const { version = 0 } = (await getDraft(translation)) ?? {}
    if (older) await restoreRevision(translation, older.id, { ...by, baseVersion: version })
    expect((await rows())?.map(([state]) => state)).toEqual(['right', 'right', 'right'])
  })
})

describe('what still reads as the source', () => {
  const compared = async () => (await compareTranslations(await getDrafts([source, translation]))).get(translation)
  const counted = async () => (await compared())?.untranslated

  test('is counted until it is translated, also where the source has been changed since', async () => {
    expect(await compareTranslations(await getDrafts([source]))).toEqual(new Map())
    expect(await counted()).toEqual({ left: 4, total: 4 })
    await save(translation, { title: 'The news' })
    expect(await counted()).toEqual({ left: 3, total: 4 })
    await save(source, { body: doc(paragraph('Tretton bruksorter delar på pengarna i år.'), second, third) })
    expect(await counted()).toEqual({ left: 3, total: 4 })
    await save(translation, { body: doc(paragraph('Twelve towns share the money.'), second, third) })
    expect(await counted()).toEqual({ left: 2, total: 4 })
  })

  test('captions and the summary count, also as they read when the translation was right', async () => {
    const hero = {
      mediaId: await addImage('tank'),
      altDecision: 'describe',
      alt: 'En tank',
      caption: 'Tanken',
    } as const
    await save(source, { hero, summary: 'Kort sagt' })
    await save(translation, { title: 'The news', hero, summary: 'Kort sagt', body: doc(paragraph('Twelve towns.')) })
    expect(await counted()).toEqual({ left: 3, total: 5 })
    await save(translation, { hero: { ...hero, alt: 'A tank' }, summary: 'In short' })
    expect(await counted()).toEqual({ left: 1, total: 5 })
  })

  test('a role on a card counts, but where the register has it in the same words; organisations are names', async () => {
    const partner = { kind: 'partner', name: { sv: 'Åsunda bruk' }, logoMediaId: null }
    const organisationId = await createOrganisation(partner, by)
    const held = (title: object) => ({ roles: [{ title, organisationId, since: '', until: null }] })
    const kim = await addPerson('Kim Flod', held({ sv: 'Driftchef' }))
    const liv = await addPerson('Liv Ek', held({ sv: 'Professor', en: 'Professor' }))
    const card = (personId: string, role: string) => ({ personId, role, organisation: 'Åsunda bruk' })
    const translated = { title: 'The news', body: doc(paragraph('Twelve towns.')) }
    const cards = [card(kim, 'Driftchef'), card(liv, 'Professor')]
    await save(source, { cards })
    await save(translation, { ...translated, cards })
    expect(await counted()).toEqual({ left: 1, total: 4 })
    await markAlike(translation, 'Driftchef', by)
    expect(await counted()).toEqual({ left: 0, total: 4 })
    await unmarkAlike(translation, 'Driftchef', by)
    await save(translation, { ...translated, cards: [card(kim, 'Head of Operations'), card(liv, 'Professor')] })
    expect(await counted()).toEqual({ left: 0, total: 4 })
  })

  test('what is meant to be the same counts as translated, is kept through saves, and can be taken back', async () => {
    await markAlike(translation, '”Nyheten”', by)
    expect(await counted()).toEqual({ left: 3, total: 4 })
    await save(translation, { body: doc(first, second) })
    await settleBlock(translation, (await getTranslationSource(translation))?.rows.blocks[2]?.key ?? '', by)
    expect((await compared())?.source.alike).toEqual(['nyheten'])
    await markAlike(translation, 'Tolv bruksorter delar på pengarna i år.', by)
    await unmarkAlike(translation, 'NYHETEN', by)
    expect((await compared())?.source.alike).toEqual(['tolvbruksorterdelarpåpengarnaiår'])
    expect(await counted()).toEqual({ left: 2, total: 3 })
    await markAlike(translation, 'Nyheten', by)
    await unmarkAlike(translation, null, by)
    expect((await compared())?.source.alike).toEqual([])
    expect(await counted()).toEqual({ left: 3, total: 3 })
    await expect(unmarkAlike(source, null, by)).rejects.toEqual(refused('unknown-release'))
    await expect(markAlike(source, 'Nyheten', by)).rejects.toEqual(refused('unknown-release'))
    await expect(markAlike(translation, '2029', by)).rejects.toEqual(refused('unknown-reference'))
  })
})
