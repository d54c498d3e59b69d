/** The desk tells what concerns a member, with a link to the very place, until it has been seen to. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { introducePerson } from '#db/people/introduce.ts'
import { getPerson } from '#db/people.ts'
import { addComment, replyToComment } from '#db/releases/comments.ts'
import { setWriter } from '#db/releases/many.ts'
import { saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { readNotifications } from '#db/users/desk-notifications.ts'
import { listUsers } from '#db/users.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { doc } from '#lib/document/testing.ts'
import { emailOf, expect, expectNoSidewaysScroll, expectNoViolations, type Member, test } from './support/fixtures.ts'

async function memberOf(role: Member) {
  const member = (await listUsers()).find(({ email }) => email === emailOf(role))
  if (!member) throw new Error(`there is no ${role}`)
  return member
}

/** A contributor's text of so many paragraphs, on the last of which an editor has commented. */
async function commentedText(title: string, words: string[]) {
  const [writer, editor] = [await memberOf('contributor'), await memberOf('editor')]
  const paragraphs = Array.from({ length: 40 }, (_, number) => `Stycke nummer ${number + 1} av fyrtio.`)
  const draft = { ...emptyDraft('news'), title, body: doc(...paragraphs) }
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: writer, now: new Date() })
  await saveDraft(id, draft, { actor: writer, baseVersion: 1, reason: 'save', now: new Date() })
  const anchor = anchorAt(draft, { place: 'block', index: 38 })
  if (!anchor) throw new Error('the text has no such paragraph')
  const ids: string[] = []
  for (const text of words) ids.push(await addComment(id, { anchor, text }, { actor: editor, now: new Date() }))
  return { id, editor, ids }
}

const noticeOf = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Nya kommentarer' }).getByRole('listitem').filter({ hasText: title })

test('a comment is noticed by the text’s writer, leads there, and is not told of once it has been looked at', async ({
  page,
  signInAs,
}) => {
  const title = `Kommenterad ${randomUUID()}`
  const { id, editor, ids } = await commentedText(title, ['Stämmer siffran?'])
  await signInAs('contributor')
  await page.goto('/studio')
  const notice = noticeOf(page, title)
  await expect(notice).toContainText(editor.name)
  await expect(notice).toContainText('1 ny kommentar')
  await expect(notice).toContainText('Stämmer siffran?')
  await expect(page.getByRole('navigation', { name: 'Studion' }).getByRole('link', { name: /^Skrivbord/ })).toHaveText(
    /\d ny/,
  )
  const read = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await notice.getByRole('link', { name: 'Se kommentaren' }).click()
  const comment = page.locator('.comment-margin [data-comment]', { hasText: 'Stämmer siffran?' })
  await expect(comment).toBeFocused()
  await expect(comment).toBeInViewport()
  await read
  await page.goto('/studio')
  await expect(noticeOf(page, title)).toHaveCount(0)

  await replyToComment(id, { parentId: ids[0] ?? '', text: 'Se tabellen.' }, { actor: editor, now: new Date() })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/studio')
  await noticeOf(page, title).getByRole('link', { name: title }).click()
  await expect(page.getByRole('dialog', { name: 'Kommentarer' }).getByText('Se tabellen.')).toBeVisible()
  await expect(page.locator('.comment-list [data-comment]', { hasText: 'Se tabellen.' })).toBeFocused()
})

test('several in one text are one line; who has only read the text hears nothing', async ({ page, signInAs }) => {
  const title = `Tre gånger ${randomUUID()}`
  await commentedText(title, ['Ett.', 'Två.', 'Tre.'])
  await signInAs('contributor')
  await page.goto('/studio')
  await expect(noticeOf(page, title)).toHaveCount(1)
  await expect(noticeOf(page, title)).toContainText('3 nya kommentarer')
  await signInAs('owner')
  await page.goto('/studio')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(noticeOf(page, title)).toHaveCount(0)
})

test('what others do with a text is told to its writer, until it is opened or all is marked as read', async ({
  page,
  signInAs,
}) => {
  const title = `Överlämnad ${randomUUID()}`
  const [writer, editor] = [await memberOf('contributor'), await memberOf('editor')]
  // The desk lists few: what other tests have told the writer comes before what has been read.
  await readNotifications('all', { actor: writer, now: new Date() })
  const ids: string[] = []
  for (const which of ['ett', 'två']) {
    const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: editor, now: new Date() })
    const draft = { ...emptyDraft('news'), title: `${title} ${which}` }
    await saveDraft(id, draft, { actor: editor, baseVersion: 1, reason: 'save', now: new Date() })
    ids.push(id)
  }
  await setWriter(ids, writer.id, { actor: editor, now: new Date() })
  await signInAs('contributor')
  await page.goto('/studio')
  const told = page.getByRole('region', { name: 'Besked' })
  const row = (which: string) => told.getByRole('listitem').filter({ hasText: `${title} ${which}` })
  await expect(row('ett')).toContainText(`Oläst${title} ett${editor.name} lämnade över texten till dig`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/nya? besked/i)
  await expectNoViolations(page)
  await row('ett')
    .getByRole('button', { name: `Öppna texten ${title} ett` })
    .click()
  await page.waitForURL(`/studio/releases/${ids[0]}`, { waitUntil: 'commit' })
  await page.goto('/studio')
  await expect(row('två')).toContainText('Oläst')
  await expect(row('ett')).not.toContainText('Oläst')
  await told.getByRole('button', { name: 'Markera alla som lästa' }).click()
  await expect(told.getByText('Oläst')).toHaveCount(0)
  await expect(told.getByRole('button', { name: 'Markera alla som lästa' })).toHaveCount(0)
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }
})

test('what was left for later is a line on the desk and a check in the text, and goes when it is filled in', async ({
  page,
  signInAs,
}) => {
  test.slow()
  const name = `Ebba ${randomUUID().slice(0, 8)}`
  const actor = await memberOf('editor')
  const by = { actor, now: new Date() }
  const person = { name, role: 'Processansvarig', organisation: 'Högskolan i Lövsele', language: 'sv' as const }
  const personId = await introducePerson(person, by)
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const cards = [{ personId, role: 'Processansvarig', organisation: 'Högskolan i Lövsele' }]
  await saveDraft(
    id,
    { ...emptyDraft('news'), title: `Om ${name}`, body: doc('Ett stycke.'), cards },
    { ...by, baseVersion: 1, reason: 'save' },
  )

  await signInAs('editor')
  await page.goto('/studio')
  const line = page.getByRole('region', { name: 'Kan fyllas i' }).getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText('Porträtt och roll på engelska')
  await expect(
    page.getByRole('region', { name: 'Mina utkast' }).getByRole('listitem').filter({ hasText: name }),
  ).toContainText('1 person kan fyllas i')
  await line.getByRole('link', { name: `Fyll i ${name}` }).click()
  await expect(page).toHaveURL(`/studio/people/${personId}#field-portraitMediaId`)
  await expect(page.getByRole('button', { name: 'Välj bild' })).toBeFocused()

  await page.goto('/studio')
  await page.goto(`/studio/people/${personId}#field-roles.0.title.en`)
  await expect(page.getByLabel('Titel på engelska')).toBeFocused()
  await page.getByLabel('Titel på engelska').fill('Head of process')
  await page.getByRole('switch', { name: 'Dölj porträttet överallt' }).check()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect((await getPerson(personId))?.positions[0]?.title).toMatchObject({ en: 'Head of process' })
  await page.goto('/studio')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('a text for the member’s review is told of on the desk, in the list and by the finder, with whom and until when', async ({
  page,
  signInAs,
}) => {
  const title = 'Så räknar vi: metoden bakom Vattenkartan 2026'
  await signInAs('editor')
  await page.goto('/studio')
  const waiting = page.getByRole('region', { name: 'Väntar på din granskning' }).getByRole('listitem')
  await expect(waiting.filter({ hasText: title })).toContainText(/klar senast .*Johan Öberg skickade den/)
  await page.goto('/studio/releases')
  await page.getByLabel('Granskning', { exact: true }).selectOption({ label: 'Väntar på mig' })
  await expect(page).toHaveURL(/review=for-/)
  await expect(page.getByRole('row', { name: title })).toContainText(/För granskning.*hos Elin Sandberg, klar senast/)
  await expectNoViolations(page)
  const finder = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(finder.getByRole('combobox')).toBeFocused({ timeout: 500 })
  }).toPass()
  await finder.getByRole('combobox').fill('metoden bakom')
  await expect(finder.getByRole('option', { name: title })).toContainText('För granskning, hos Elin Sandberg')

  await signInAs('contributor')
  await page.goto('/studio')
  await expect(page.getByRole('region', { name: 'Väntar på andra' })).toContainText(title)
})

test('whoever is made in a text is warned of there, and nobody is stopped', async ({ page, openDraft }) => {
  const name = `Sten ${randomUUID().slice(0, 8)}`
  const by = { actor: await memberOf('editor'), now: new Date() }
  const personId = await introducePerson({ name, role: '', organisation: '', language: 'sv' }, by)
  const cards = [{ personId, role: 'Forskare', organisation: '' }]
  const { act } = await openDraft({ title: 'Varning', body: doc('Ett stycke.'), cards })
  const warning = page.locator('.checks li', { hasText: `${name} kan fyllas i` })
  await expect(warning).toContainText('Roll saknas. Porträtt saknas.')
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  await warning.getByRole('button', { name: /^Gå dit/ }).click()
  await expect(page.getByRole('button', { name: new RegExp(name) }).first()).toBeFocused()
  await page.getByRole('tab', { name: 'Publicera' }).click()
  await warning.getByRole('link', { name: /^Fyll i/ }).click()
  await expect(page).toHaveURL(`/studio/people/${personId}#field-roles`)
  await expect(page.getByRole('button', { name: 'Lägg till roll' })).toBeFocused()
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [768, 'dark'],
  [320, 'light'],
] as const) {
  test(`the desk with comments and what can be filled in is good for everyone at ${width} px, ${colorScheme}`, async ({
    page,
    signInAs,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    const { id, ids } = await commentedText(`Till skrivbordet ${randomUUID()}`, ['Ett.', 'Två.'])
    const [actor, contributor] = [await memberOf('editor'), await memberOf('contributor')]
    for (const parentId of ids)
      await replyToComment(id, { parentId, text: 'Svar.' }, { actor: contributor, now: new Date() })
    for (let number = 0; number < 5; number++)
      await introducePerson(
        { name: `Stub ${randomUUID()}`, role: '', organisation: '', language: 'sv' },
        { actor, now: new Date() },
      )
    await signInAs('editor')
    await page.goto('/studio')
    await expect(page.getByRole('region', { name: 'Nya kommentarer' })).toBeVisible()
    const more = page.getByRole('region', { name: 'Kan fyllas i' }).locator('summary')
    await expect(more).toHaveText(/^och \d+ till$/)
    await more.click()
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
  })
}
