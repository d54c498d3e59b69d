import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from './client.ts'
import { type Draft, getDraft, saveDraft } from './releases/revisions.ts'
import { createRelease, emptyDraft } from './releases.ts'
import { redirects } from './schema/newsroom.ts'
import { createSeries, deleteSeries, getSeries, listSeries, saveSeries } from './series.ts'
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

const kinds = [
  {
    noun: 'topic' as const,
    ...{ create: createTopic, get: getTopic, list: listTopics, save: saveTopic, remove: deleteTopic },
    having: (id: string): Partial<Draft> => ({ topicIds: [id] }),
  },
  {
    noun: 'series' as const,
    ...{ create: createSeries, get: getSeries, list: listSeries, save: saveSeries, remove: deleteSeries },
    having: (id: string): Partial<Draft> => ({ seriesId: id }),
  },
]

describe.each(kinds)('a $noun', ({ noun, create, get, list, save, remove, having }) => {
  it('gets its address from its name, in each language it has', async () => {
    const id = await create({ texts: { sv: text('Ånga & kondensat'), en: text('') } }, by)
    expect(await get(id)).toMatchObject({ version: 1, texts: { sv: { slug: 'anga-kondensat' } } })
    expect((await get(id))?.texts.en).toBeUndefined()
  })

  it('leaves a redirect when its address changes, and may take it back', async () => {
    const id = await create({ texts: { sv: text('Klimat') } }, by)
    await save(id, { texts: { sv: text('Klimat', 'vader') } }, { ...by, baseVersion: 1 })
    const left = () =>
      db
        .select()
        .from(redirects)
        .where(and(eq(redirects.noun, noun), eq(redirects.targetId, id)))
    expect(await left()).toMatchObject([{ language: 'sv', slug: 'klimat' }])
    const other = { texts: { sv: text('Annat', 'klimat') } }
    await expect(create(other, by)).rejects.toMatchObject({ code: 'slug-taken', field: 'texts.sv.slug' })
    await save(id, { texts: { sv: text('Klimat', 'klimat') } }, { ...by, baseVersion: 2 })
    expect(await left()).toMatchObject([{ slug: 'vader' }])
  })

  it('keeps its address when only the name changes', async () => {
    const id = await create({ texts: { sv: text('Mätning') } }, by)
    await save(id, { texts: { sv: text('Mätning och data') } }, { ...by, baseVersion: 1 })
    expect((await get(id))?.texts.sv).toMatchObject({ name: 'Mätning och data', slug: 'matning' })
  })

  it('finds the next free address when two names fold alike, are the same or leave nothing', async () => {
    const slugs: string[] = []
    for (const name of ['Rör', 'Ror', 'Rör', '💧💧', '水', '!'])
      slugs.push((await get(await create({ texts: { sv: text(name) } }, by)))?.texts.sv?.slug ?? '')
    expect(slugs.slice(0, 3)).toEqual(['ror', 'ror-2', 'ror-3'])
    expect(new Set(slugs).size).toBe(6)
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('is refused without a name, with a strange address, and from a stale page', async () => {
    await expect(create({ texts: { sv: text('') } }, by)).rejects.toMatchObject({ code: `${noun}-nameless` })
    await expect(create({ texts: { sv: text('A', 'Å b') } }, by)).rejects.toThrow('slug-form')
    await expect(create({ texts: { sv: text('A', 'a'.repeat(10_000)) } }, by)).rejects.toThrow('too-long')
    await expect(save('finns-inte', { texts: {} }, { ...by, baseVersion: 1 })).rejects.toMatchObject({
      code: `unknown-${noun}`,
    })
    const id = await create({ texts: { sv: text('Stale') } }, by)
    await save(id, { texts: { sv: text('Stale') } }, { ...by, baseVersion: 1 })
    const late = save(id, { texts: { sv: text('Sen') } }, { ...by, baseVersion: 1 })
    await expect(late).rejects.toMatchObject({ code: 'stale', details: { version: 2 } })
    const unnamed = save(id, { texts: { sv: text(''), en: text('Late') } }, { ...by, baseVersion: 2 })
    await expect(unnamed).rejects.toMatchObject({ code: 'subject-unnamed', field: 'texts.sv.name' })
  })

  it('cannot be deleted while a release has it, and can when only older versions did', async () => {
    const id = await create({ texts: { sv: text('Bruk') } }, by)
    const releaseId = await createRelease({ language: 'sv', kind: 'news' }, by)
    const draft = { ...emptyDraft('news'), title: 'Rubrik', ...having(id) }
    await saveDraft(releaseId, draft, { ...by, baseVersion: 1, reason: 'save' })
    expect((await getDraft(releaseId))?.draft).toMatchObject(having(id))
    await expect(remove(id, by)).rejects.toMatchObject({ code: `${noun}-in-use`, details: { count: 1 } })
    expect((await list()).find((one) => one.id === id)).toMatchObject({ stories: 1 })
    const without = { ...emptyDraft('news'), title: 'Rubrik' }
    await saveDraft(releaseId, without, { ...by, baseVersion: 2, reason: 'save' })
    await remove(id, by)
    expect(await get(id)).toBeUndefined()
    await expect(remove(id, by)).rejects.toMatchObject({ code: `unknown-${noun}` })
  })

  it('that somebody deleted meanwhile is told of, and what was saved before stays', async () => {
    const id = await create({ texts: { sv: text('Snart borta') } }, by)
    const releaseId = await createRelease({ language: 'sv', kind: 'news' }, by)
    await remove(id, by)
    const draft = { ...emptyDraft('news'), title: 'Med det som är borta', ...having(id) }
    const lost = saveDraft(releaseId, draft, { ...by, baseVersion: 1, reason: 'autosave' })
    await expect(lost).rejects.toMatchObject({ code: 'unknown-reference' })
    expect(await getDraft(releaseId)).toMatchObject({ version: 1, draft: { title: '' } })
  })
})
