import { expect, it } from 'vitest'
import { readReleaseFilter, releaseListPath } from './filter.ts'

it('reads what an address asks for', () => {
  const params = {
    ...{ status: 'draft', q: ' öl ', language: '-en', kind: 'press', topic: 't1', series: 's1' },
    ...{ writer: 'u1', changed: '2026-10-01', person: 'p1', review: 'for-u2', sort: '-title', page: '3' },
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
      review: { waitsFor: 'u2' },
    },
    order: { by: 'title', isDescending: true },
    page: 3,
    isNarrowed: true,
  })
  expect(releaseListPath(params)).toBe(
    '/studio/releases?status=draft&q=%C3%B6l&language=-en&kind=press&topic=t1&series=s1&writer=u1&changed=2026-10-01&person=p1&review=for-u2&sort=-title&page=3',
  )
})

it('reads where a text stands in its review, and whose it is', () => {
  expect(readReleaseFilter({ review: 'overdue' }).filter.review).toBe('overdue')
  expect(readReleaseFilter({ review: 'of-u1' }).filter.review).toEqual({ of: 'u1' })
  expect(readReleaseFilter({ review: 'for-' }).filter.review).toBeUndefined()
})

it('leaves out what makes no sense', () => {
  const { filter, page, isNarrowed } = readReleaseFilter({
    status: 'gone',
    q: ['a', 'b'],
    language: '-xx',
    kind: 'x',
    page: '-2',
    changed: '2026-02-30',
    review: 'late',
  })
  expect(Object.values(filter).filter(Boolean)).toEqual([])
  expect([page, isNarrowed]).toEqual([1, false])
  expect(releaseListPath({})).toBe('/studio/releases')
  for (const page of ['1e30', 'Infinity', '9007199254740993', '1.5', ['2', '3']])
    expect(readReleaseFilter({ page }).page, String(page)).toBe(1)
})
