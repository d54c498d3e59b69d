import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { createCopy, createRelease, createTranslation, emptyDraft } from '../releases.ts'
import { previewLinks } from '../schema/releases.ts'
import { addMember } from '../testing/members.ts'
import { addImage, addPerson, noon, said, use, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { moveToTrash, restoreFromTrash } from '../trash.ts'
import {
  createPreviewLink,
  listPreviewLinks,
  openPreviewLink,
  reachesMedia,
  revokePreviewLink,
} from './preview-links.ts'
import { saveDraft } from './revisions.ts'

const editor = await addMember('elin')
const contributor = await addMember('johan', 'contributor')
const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: editor, now: noon })
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)

test('a link opens its text until its last moment, and its secret is stored nowhere', async () => {
  const { id: linkId, token } = await createPreviewLink(
    id,
    { name: 'Till juristen', days: 7 },
    { actor: editor, now: noon },
  )
  expect(token).toMatch(/^[\w-]{43}$/)
  const open = { id: linkId, releaseId: id, name: 'Till juristen' }
  expect(await openPreviewLink(token, noon)).toEqual(open)
  expect(await openPreviewLink(token, new Date(days(7).getTime() - 1))).toEqual(open)
  expect(await openPreviewLink(token, days(7))).toBeUndefined()
  expect(await openPreviewLink(`${token}x`, noon)).toBeUndefined()
  const stored = await db.select().from(previewLinks)
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('a link that is taken back opens nothing any longer', async () => {
  const { id: linkId, token } = await createPreviewLink(
    id,
    { name: 'Partnern', days: 30 },
    { actor: editor, now: noon },
  )
  await revokePreviewLink(id, linkId, { actor: editor, now: noon })
  expect(await openPreviewLink(token, noon)).toBeUndefined()
  const [listed] = await listPreviewLinks(id)
  expect(listed).toMatchObject({ name: 'Partnern', revokedAt: noon, madeBy: 'elin' })
})

test('contributors show only what they have started to somebody outside', async () => {
  const own = await createRelease({ language: 'sv', kind: 'news' }, { actor: contributor, now: noon })
  const asked = { name: 'Juristen', days: 1 } as const
  const acting = { actor: contributor, now: noon }
  await expect(createPreviewLink(id, asked, acting)).rejects.toEqual(refused('preview-not-yours'))
  const link = await createPreviewLink(own, asked, acting)
  await expect(revokePreviewLink(id, link.id, acting)).rejects.toEqual(refused('preview-not-yours'))
  await expect(revokePreviewLink(id, link.id, { ...acting, actor: editor })).rejects.toEqual(
    refused('unknown-preview-link'),
  )
  await revokePreviewLink(own, link.id, { ...acting, actor: editor })
})

test('who may read a colleague’s text may not hand it on as a copy or a translation', async () => {
  const acting = { actor: contributor, now: noon }
  const asked = { name: 'Juristen', days: 1 } as const
  const copy = await createCopy(id, emptyDraft('news'), acting)
  const [translation, copyOfCopy] = [
    await createTranslation(id, 'en', acting),
    await createCopy(copy, emptyDraft('news'), acting),
  ]
  for (const taken of [copy, copyOfCopy, translation]) {
    await expect(createPreviewLink(taken, asked, acting)).rejects.toEqual(refused('preview-not-yours'))
    await createPreviewLink(taken, asked, { ...acting, actor: editor })
  }
  const own = await createRelease({ language: 'sv', kind: 'news' }, acting)
  await createPreviewLink(await createCopy(own, emptyDraft('news'), acting), asked, acting)
  await createPreviewLink(await createTranslation(own, 'en', acting), asked, acting)
})

test('a link reaches the pictures of its text as it is now, and no others', async () => {
  const [shown, other] = [await addImage('visad'), await addImage('annan')]
  const { id: linkId } = await createPreviewLink(id, { name: 'Juristen', days: 1 }, { actor: editor, now: noon })
  const link = { id: linkId, releaseId: id, name: 'Juristen' }
  const draft = { ...emptyDraft('news'), hero: use(shown) }
  const { version } = await saveDraft(id, draft, { actor: editor, baseVersion: 1, reason: 'save', now: noon })
  expect(await reachesMedia(link, shown, visit)).toBe(true)
  expect(await reachesMedia(link, other, visit)).toBe(false)
  await moveToTrash('media', [shown], { actor: editor, now: noon })
  expect(await reachesMedia(link, shown, visit), 'the page leaves it out').toBe(false)
  await restoreFromTrash('media', [shown], { actor: editor, now: noon })
  expect(await reachesMedia(link, shown, visit)).toBe(true)
  await saveDraft(id, emptyDraft('news'), { actor: editor, baseVersion: version, reason: 'save', now: noon })
  expect(await reachesMedia(link, shown, visit)).toBe(false)
})

test('who is asked about their own quotes gets their own portrait alone, and who reads the whole text gets all it shows', async () => {
  const files = { picture: await addImage('bild'), own: await addImage('egen'), other: await addImage('annans') }
  const portrait = (portraitMediaId: string) => ({
    portraitMediaId,
    portraitBasis: 'contract' as const,
    awaitsText: true,
  })
  const asked = await addPerson('Petra Rask', portrait(files.own))
  const other = await addPerson('Nils Ask', portrait(files.other))
  const releaseId = await createRelease({ language: 'sv', kind: 'news' }, { actor: editor, now: noon })
  const body = {
    ...said(asked, '– Vi mäter.'),
    content: [asked, other].flatMap((who) => said(who, '– Vi mäter.').content),
  }
  const draft = { ...emptyDraft('news'), hero: use(files.picture), body }
  await saveDraft(releaseId, draft, { actor: editor, baseVersion: 1, reason: 'save', now: noon })
  const reached = async (personId: string | null) => {
    const each = Object.entries(files).map(async ([name, id]) =>
      (await reachesMedia({ releaseId, personId }, id, visit)) ? [name] : [],
    )
    return (await Promise.all(each)).flat()
  }
  expect(await reached(asked)).toEqual(['own'])
  expect(await reached(other)).toEqual(['other'])
  expect(await reached(null)).toEqual(['picture', 'own', 'other'])
})
