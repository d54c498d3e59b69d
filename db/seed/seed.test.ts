import { existsSync, globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Document, documentText, imagesIn, walk } from '#lib/document/rich-text.ts'
import { documentSchema } from '#lib/document/schema.ts'
import { kinds } from '../types.ts'
import { seedOrganisations } from './organisations.ts'
import { seedPeople } from './people.ts'
import { drawingOf, pictures } from './pictures.ts'
import { seedReleases } from './releases.ts'
import { seedSeries } from './series.ts'
import { settingsTexts } from './settings.ts'
import { seedTopics } from './topics.ts'
import type { ReleaseSeed } from './types.ts'
import { inline } from './write.ts'

const documentOf = (release: ReleaseSeed): Document => ({ type: 'doc', content: release.body })
const imagesOf = (release: ReleaseSeed) => [...(release.hero ? [release.hero] : []), ...imagesIn(documentOf(release))]
const published = seedReleases.filter((release) => 'publishedAt' in release.state)
const named = seedReleases.map((release) => [`${release.story} (${release.language})`, release] as const)
const instants = seedReleases.flatMap(({ state }) =>
  'publishedAt' in state ? [state.publishedAt, state.update?.at, state.correction?.at, state.withdrawn?.at] : [],
)

describe.each(named)('%s', (_, release) => {
  test('is a document that may be stored', () => {
    expect(documentSchema.safeParse(documentOf(release)).error).toBeUndefined()
  })

  test('names only people, pictures, topics and organisations that exist', () => {
    const cards = release.cards.map((card) => (typeof card === 'string' ? card : card.person))
    const speakers = [...walk(documentOf(release))].flatMap(({ attrs }) =>
      attrs && 'personId' in attrs && attrs.personId ? [String(attrs.personId)] : [],
    )
    for (const key of [...cards, ...speakers, ...release.contacts]) expect(seedPeople).toHaveProperty(key)
    for (const use of imagesOf(release)) expect(pictures).toHaveProperty(use.mediaId)
    for (const key of release.topics) expect(seedTopics).toHaveProperty(key)
    if (release.series) expect(seedSeries).toHaveProperty(release.series)
  })

  test('has decided how every picture is read aloud', () => {
    for (const use of imagesOf(release)) {
      expect(use.altDecision).not.toBeNull()
      expect(Boolean(use.alt)).toBe(use.altDecision === 'describe')
    }
  })

  test('links only to places that exist', () => {
    const paths = seedReleases.map(({ language, slug }) =>
      language === 'sv' ? `/nyheter/${slug}` : `/en/news/${slug}`,
    )
    const links = [...walk(documentOf(release))].flatMap((node) =>
      'marks' in node ? (node.marks as { attrs?: { href?: string } }[]).flatMap((mark) => mark.attrs?.href ?? []) : [],
    )
    for (const href of links.filter((href) => href.startsWith('/'))) expect(paths).toContain(href)
  })

  test('opens its quotes as its language does, and keeps numbers on one line', () => {
    for (const node of release.body) {
      if (node.type !== 'quote') continue
      const words = documentText({ type: 'doc', content: [node] })
      expect(words).toMatch(release.language === 'sv' ? /^– / : /^“.*/)
    }
    expect(documentText(documentOf(release))).not.toMatch(/\d \d/)
  })
})

describe('the newsroom as a whole', () => {
  test('has releases of every kind over three years', () => {
    expect(published.length).toBeGreaterThanOrEqual(30)
    expect(new Set(published.map((release) => release.story)).size).toBeGreaterThanOrEqual(24)
    expect(new Set(published.map((release) => release.kind))).toEqual(new Set(kinds))
    expect(new Set(instants.map((at) => at?.slice(0, 4)).filter(Boolean))).toEqual(new Set(['2024', '2025', '2026']))
  })

  test('has six stories in both languages, the same in kind, topics and people', () => {
    const pairs = seedReleases
      .filter((release) => release.language === 'en')
      .map((en) => [en, seedReleases.find(({ story, language }) => story === en.story && language === 'sv')] as const)
    expect(pairs.length).toBeGreaterThanOrEqual(6)
    for (const [en, sv] of pairs) {
      const { kind, topics: about, series: inSeries, cards } = sv ?? {}
      expect({ kind: en.kind, about: en.topics, inSeries: en.series, cards: en.cards }).toEqual({
        ...{ kind, about, inSeries, cards },
      })
    }
  })

  test('has one scheduled, one withdrawn, one moved, one corrected, and drafts, one of them submitted', () => {
    const states = seedReleases.map((release) => release.state)
    expect(states.filter((state) => 'scheduledInDays' in state)).toHaveLength(1)
    expect(states.filter((state) => 'withdrawn' in state)).toHaveLength(1)
    expect(states.filter((state) => 'correction' in state)).toHaveLength(1)
    expect(states.filter((state) => 'draft' in state).length).toBeGreaterThanOrEqual(1)
    expect(states.filter((state) => 'submitted' in state)).toHaveLength(1)
    expect(seedReleases.filter((release) => release.formerSlug)).toHaveLength(1)
  })

  test('publishes nothing after 17 November 2026, and writes every instant with its offset', () => {
    for (const { state } of published) {
      if ('publishedAt' in state) expect(Date.parse(state.publishedAt)).toBeLessThan(Date.parse('2026-11-18'))
    }
    for (const at of instants) if (at) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00$/)
  })

  test('tries the pages: no image, nine images, a very long headline, three roles at once', () => {
    expect(published.some((release) => imagesOf(release).length === 0)).toBe(true)
    expect(published.some((release) => imagesOf(release).length === 9)).toBe(true)
    expect(published.some((release) => release.title.length >= 110)).toBe(true)
    const roles = seedReleases
      .flatMap((release) => release.cards)
      .flatMap((card) => (typeof card === 'string' ? [] : card))
    expect(roles.some((card) => card.role.split(/, | och /).length === 3)).toBe(true)
  })

  test('has ten people from four organisations, and three funders', () => {
    const cast = Object.values(seedPeople)
    expect(cast).toHaveLength(10)
    expect(new Set(cast.map((person) => person.roles[0]?.organisation)).size).toBeGreaterThanOrEqual(4)
    expect(cast.filter((person) => person.pressContact)).toHaveLength(1)
    for (const person of cast) {
      for (const topic of person.topics) expect(seedTopics).toHaveProperty(topic)
      for (const role of person.roles) expect(seedOrganisations).toHaveProperty(role.organisation)
      for (const bio of Object.values(person.shortBio)) expect(bio.length).toBeLessThanOrEqual(160)
    }
    expect(Object.values(seedOrganisations).filter(({ kind }) => kind === 'funder')).toHaveLength(3)
  })

  test('has a drawing for every picture and a use for every drawing', () => {
    const drawings = globSync('pictures/**/*.svg', { cwd: import.meta.dirname })
    for (const key of Object.keys(pictures)) {
      expect(existsSync(drawingOf(key))).toBe(true)
    }
    expect(drawings).toHaveLength(Object.keys(pictures).length)
    const used = new Set([
      ...seedReleases.flatMap(imagesOf).map((use) => use.mediaId),
      ...Object.values(seedPeople).map((person) => person.portrait),
    ])
    expect(Object.keys(pictures).filter((key) => !used.has(key))).toEqual([])
  })

  test('says the same standing texts in both languages', () => {
    const said = Object.values(settingsTexts).map((texts) =>
      Object.entries(texts)
        .filter(([, text]) => text)
        .map(([name]) => name),
    )
    for (const names of said) expect(names).toEqual(said[0])
    expect(said[0]).toContain('boilerplate')
  })
})

test('reads the small markup', () => {
  expect(inline('a **b** *c* [d](/e)\n7 kr')).toEqual([
    { type: 'text', text: 'a ' },
    { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' ' },
    { type: 'text', text: 'c', marks: [{ type: 'italic' }] },
    { type: 'text', text: ' ' },
    { type: 'text', text: 'd', marks: [{ type: 'link', attrs: { href: '/e' } }] },
    { type: 'hardBreak' },
    { type: 'text', text: '7\u00a0kr' },
  ])
})
