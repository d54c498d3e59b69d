import { expect, test } from 'vitest'
import { searchNewsroom } from '../../live/search.ts'
import { saveDraft } from '../../releases/revisions.ts'
import { createRelease, emptyDraft } from '../../releases.ts'
import { by, visit } from '../../testing/newsroom.ts'
import { searchDrafts } from './drafts.ts'

test('the studio finds what is being written, and readers do not', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveDraft(id, { ...emptyDraft('news'), title: 'Grodor' }, { ...by, baseVersion: 1, reason: 'autosave' })
  expect(await searchDrafts('grod')).toEqual([id])
  await saveDraft(id, { ...emptyDraft('news'), title: 'Paddor' }, { ...by, baseVersion: 2, reason: 'autosave' })
  expect(await searchDrafts('grod')).toEqual([])
  expect((await searchNewsroom('paddor', { visit }))?.total).toBe(0)
})
