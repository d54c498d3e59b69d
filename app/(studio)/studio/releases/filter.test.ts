import { expect, it } from 'vitest'
import { readReleaseFilter, releaseListPath } from './filter.ts'

it('reads what an address asks for', () => {
  const params = {
    ...{ status: 'draft', q: ' öl ', language: '-en', kind: 'press', topic: 't1', series: 's1' },
    ...{ writer: 'u1', changed: '2026-10-01', person: 'p1', sort: '-title', page: '3' },
  }
  expect(readReleaseFilter(params)).toEqual({
    filter: {
      status: 'draft',
      query: 'öl',
      language: undefined,
      missing: 'en',
      kind: 'press',
      topicId: 't1',
      seriesId: 's1',
      writerId: 'u1',
      changedSince: '2026-10-01',
      personId: 'p1',
    },
    order: { by: 'title', isDescending: true },
    page: 3,
    isNarrowed: true,
  })
  expect(releaseListPath(params)).toBe(
    '/studio/releases?status=draft&q=%C3%B6l&language=-en&kind=press&topic=t1&series=s1&writer=u1&changed=2026-10-01&person=p1&sort=-title&page=3',
  )
})

it('leaves out what makes no sense', () => {
  const { filter, page, isNarrowed } = readReleaseFilter({
    status: 'gone',
    q: ['a', 'b'],
    language: '-xx',
    kind: 'x',
    page: '-2',
    changed: '2026-02-30',
  })
  expect(Object.values(filter).filter(Boolean)).toEqual([])
  expect([page, isNarrowed]).toEqual([1, false])
  expect(releaseListPath({})).toBe('/studio/releases')
})
