import { beforeAll, describe, expect, it } from 'vitest'
import { db } from './client.ts'
import { createRelease, emptyDraft } from './releases.ts'
import { saveDraft } from './revisions.ts'
import { redirects } from './schema.ts'
import { createTopic, deleteTopic, getTopic, listTopics, saveTopic } from './topics.ts'
import { createUser } from './users.ts'

const now = new Date('2026-11-24T13:02:00Z')
let by: { actor: { id: string }; now: Date }
beforeAll(async () => {
  const eva = {
    name: 'Eva Ek',
    email: 'eva@example.org',
    password: 'ett långt lösenord',
    role: 'editor',
    language: 'sv',
  }
  by = { actor: await createUser(eva as never, now), now }
})
const text = (name: string, slug = '') => ({ name, slug, intro: '' })

describe('a topic', () => {
  it('gets its address from its name, in each language it has', async () => {
    const id = await createTopic({ texts: { sv: text('Ånga & kondensat'), en: text('') } }, by)
    expect(await getTopic(id)).toMatchObject({ version: 1, texts: { sv: { slug: 'anga-kondensat' } } })
    expect((await getTopic(id))?.texts.en).toBeUndefined()
  })

  it('leaves a redirect when its address changes, and may take it back', async () => {
    const id = await createTopic({ texts: { sv: text('Klimat') } }, by)
    await saveTopic(id, { texts: { sv: text('Klimat', 'vader') } }, { ...by, baseVersion: 1 })
    const left = () => db.select().from(redirects)
    expect(await left()).toMatchObject([{ noun: 'topic', language: 'sv', slug: 'klimat', targetId: id }])
    const other = { texts: { sv: text('Annat', 'klimat') } }
    await expect(createTopic(other, by)).rejects.toMatchObject({ code: 'slug-taken', field: 'texts.sv.slug' })
    await saveTopic(id, { texts: { sv: text('Klimat', 'klimat') } }, { ...by, baseVersion: 2 })
    expect(await left()).toMatchObject([{ slug: 'vader' }])
  })

  it('keeps its address when only the name changes', async () => {
    const id = await createTopic({ texts: { sv: text('Mätning') } }, by)
    await saveTopic(id, { texts: { sv: text('Mätning och data') } }, { ...by, baseVersion: 1 })
    expect((await getTopic(id))?.texts.sv).toMatchObject({ name: 'Mätning och data', slug: 'matning' })
  })

  it('finds the next free address when two names fold alike', async () => {
    await createTopic({ texts: { sv: text('Rör') } }, by)
    const id = await createTopic({ texts: { sv: text('Ror') } }, by)
    expect((await getTopic(id))?.texts.sv?.slug).toBe('ror-2')
  })

  it('is refused without a name, with a strange address, and from a stale page', async () => {
    await expect(createTopic({ texts: { sv: text('') } }, by)).rejects.toMatchObject({ code: 'topic-nameless' })
    await expect(createTopic({ texts: { sv: text('A', 'Å b') } }, by)).rejects.toThrow('slug-form')
    const id = await createTopic({ texts: { sv: text('Stale') } }, by)
    await saveTopic(id, { texts: { sv: text('Stale') } }, { ...by, baseVersion: 1 })
    const late = saveTopic(id, { texts: { sv: text('Sen') } }, { ...by, baseVersion: 1 })
    await expect(late).rejects.toMatchObject({ code: 'stale' })
    const unnamed = saveTopic(id, { texts: { sv: text(''), en: text('Late') } }, { ...by, baseVersion: 2 })
    await expect(unnamed).rejects.toMatchObject({ code: 'subject-unnamed', field: 'texts.sv.name' })
  })

  it('cannot be deleted while a release has it, and can when only older versions did', async () => {
    const id = await createTopic({ texts: { sv: text('Bruk') } }, by)
    const releaseId = await createRelease({ language: 'sv', kind: 'news' }, by)
    const draft = { ...emptyDraft('news'), title: 'Rubrik', topicIds: [id] }
    await saveDraft(releaseId, draft, { ...by, baseVersion: 1, reason: 'save' })
    await expect(deleteTopic(id, by)).rejects.toMatchObject({ code: 'topic-in-use', details: { count: 1 } })
    expect((await listTopics()).find((topic) => topic.id === id)).toMatchObject({ stories: 1, people: 0 })
    await saveDraft(releaseId, { ...draft, topicIds: [] }, { ...by, baseVersion: 2, reason: 'save' })
    await deleteTopic(id, by)
    expect(await getTopic(id)).toBeUndefined()
  })
})
