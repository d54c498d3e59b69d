/** Who has read a text that tells how AI was used in it. */
import { expect, test } from 'vitest'
import { publishRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { editionNow } from '../testing/edition.ts'
import { addMember } from '../testing/members.ts'
import { noon, visit } from '../testing/newsroom.ts'
import { actingOn, approve, begin, submit } from '../testing/reviews.ts'
import { findRelease } from './release.ts'

async function shown(slug: string) {
  const found = await findRelease(slug, visit)
  return found?.state === 'live' ? { ai: found.release.ai, readBy: found.release.readBy } : undefined
}

async function say(id: string, actor: Awaited<ReturnType<typeof addMember>>) {
  const { draft, version = 0 } = (await getDraft(id)) ?? {}
  if (!draft) throw new Error('no draft')
  const ai = { uses: ['draft'], note: '' }
  await saveDraft(id, { ...draft, ai }, { actor, baseVersion: version, reason: 'save', now: noon })
}

test('whoever approved or published a text without writing in it has read it; its writer has not', async () => {
  const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
  const read = await begin('Läst av någon annan', elin)
  await say(read, elin)
  await submit(read, elin)
  await approve(read, mattias)
  await publishRelease(read, { ...(await actingOn(read, elin)), at: null })
  expect(await shown('last-av-nagon-annan')).toEqual({ ai: { uses: ['draft'], note: '' }, readBy: ['Mattias'] })

  const unread = await begin('Läst av ingen', elin)
  await say(unread, elin)
  await publishRelease(unread, { ...(await actingOn(unread, elin)), at: null })
  expect((await shown('last-av-ingen'))?.readBy).toEqual([])

  // What is read afterwards is told then, so stored pages are made anew.
  const edition = await editionNow()
  await submit(unread, elin)
  await approve(unread, mattias)
  expect((await shown('last-av-ingen'))?.readBy).toEqual(['Mattias'])
  expect(await editionNow()).toBeGreaterThan(edition)

  const silent = await begin('Ingen har sagt något', elin)
  await publishRelease(silent, { ...(await actingOn(silent, mattias)), at: null })
  expect(await shown('ingen-har-sagt-nagot')).toEqual({ ai: null, readBy: [] })
})
