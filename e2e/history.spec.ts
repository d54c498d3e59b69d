/** What a text has been can be read, compared, named and taken up again. */
import { listRevisions, nameRevision } from '#db/releases/history.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { doc } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease, type TestRelease } from './support/releases.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'
import { openText } from './support/writing.ts'

const history = (release: TestRelease) => `/studio/releases/${release.id}/history`

/** A published text and what has been written in it since. */
async function createWithHistory(): Promise<TestRelease> {
  const release = await createTestRelease({
    title: 'Tre av fyra fabriker',
    lead: ['Sju av tio fabriker vet inte.', 'Det försvårar.'],
    body: doc('Först av allt.', 'Sedan det vanliga.', 'Undersökningen bygger på 312 svar.', 'Det sista stycket.'),
    place: 'Umeå',
  })
  await release.publish()
  await release.write({
    lead: ['Tre av fyra fabriker vet inte.', 'Det försvårar.'],
    body: doc(
      'Det sista stycket.',
      'Först av allt.',
      'Sedan det vanliga.',
      'Undersökningen bygger på 384 svar.',
      'Ett nytt stycke.',
    ),
    place: 'Luleå',
  })
  return release
}

test('two versions are compared, and what came, went, moved and changed is read', async ({ page, signInAs }) => {
  await signInAs('contributor')
  const release = await createWithHistory()
  await page.goto(history(release))
  await expect(page.getByLabel('Från', { exact: true })).toContainText('Publicerad')
  const text = page.getByRole('article')
  const change = (words: string) => text.locator('.change').filter({ hasText: words })
  await expect(change('fabriker vet inte')).toContainText(
    'Borttaget: Sju av tio Tillagt: Tre av fyra fabriker vet inte.',
  )
  await expect(change('Det sista stycket.')).toContainText('Flyttat upp, från plats 4 till plats 1.')
  await expect(change('384')).toContainText('Ändrat: stycke.')
  await expect(change('Ett nytt stycke.')).toContainText('Tillagt: stycke.')
  await expect(change('Luleå')).toContainText('Ort. Borttaget: Umeå Tillagt: Luleå')
  await expect(page.getByText('5 ändringar')).toBeVisible()
  await expect(text.getByText('Sedan det vanliga.')).toBeHidden()
  await text.getByText('Två oförändrade block').click()
  await expect(text.getByText('Sedan det vanliga.')).toBeVisible()

  // The address says it all: the other way round, and then the whole text without marks.
  const [from, to] = [
    await page.getByLabel('Från', { exact: true }).inputValue(),
    await page.getByLabel('Till', { exact: true }).inputValue(),
  ]
  await page.getByLabel('Från', { exact: true }).selectOption(to)
  await page.getByLabel('Till', { exact: true }).selectOption(from)
  await page.getByRole('button', { name: 'Jämför' }).click()
  await expect(page).toHaveURL(new RegExp(`from=${to}&to=${from}`))
  await expect(change('fabriker vet inte')).toContainText('Borttaget: Tre av fyra Tillagt: Sju av tio')
  await page.getByRole('link', { name: 'Utan markeringar' }).click()
  await expect(text.getByText('Undersökningen bygger på 312 svar.')).toBeVisible()
  await expect(text.locator('ins, del')).toHaveCount(0)
})

test('the changes are gone through by keyboard, on every screen', async ({ page, signInAs }) => {
  await signInAs('editor')
  const release = await createWithHistory()
  await page.goto(history(release))
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.locator(':focus')).toContainText('Ändring 2 av 5. Flyttat: stycke.')
  await expect(page.getByRole('status').filter({ hasText: '2 av 5' })).toBeAttached()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.locator(':focus')).toContainText('Ändring 1 av 5')
  await page.getByRole('button', { name: 'Nästa' }).click()
  await expect(page.locator(':focus')).toContainText('Ändring 2 av 5')
  await expectGoodForEveryone(page)
})

test('a version is given a name, which can be taken back', async ({ page, signInAs }) => {
  await signInAs('contributor')
  const release = await createWithHistory()
  await page.goto(history(release))
  const versions = page.getByRole('region', { name: 'Versioner' })
  await page.getByRole('button', { name: 'Namnge versionen' }).click()
  await page.getByLabel('Namn').fill('Efter juristens läsning')
  await page.getByRole('button', { name: 'Spara namnet' }).click()
  await expect(versions).toContainText('”Efter juristens läsning”')
  await page.getByRole('button', { name: 'Byt namn på versionen' }).click()
  await page.getByLabel('Namn').fill('')
  await page.getByRole('button', { name: 'Spara namnet' }).click()
  await expect(versions).not.toContainText('juristens')
})

test('an older version is taken up again, nothing goes away, and it can be undone', async ({ page, signInAs }) => {
  await signInAs('contributor')
  const release = await createWithHistory()
  await page.goto(history(release))
  await page.getByRole('button', { name: 'Återställ …' }).click()
  await page.getByRole('button', { name: 'Återställ', exact: true }).click()
  await expect(page.getByText('Versionen är återställd.')).toBeVisible()
  expect((await getDraft(release.id))?.draft).toMatchObject({
    place: 'Umeå',
    lead: ['Sju av tio fabriker vet inte.', 'Det försvårar.'],
  })
  await expect(page.getByRole('region', { name: 'Versioner' })).toContainText('Du återställde versionen från i dag')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect.poll(async () => (await getDraft(release.id))?.draft.place).toBe('Luleå')
  expect((await listRevisions(release.id)).map((version) => version.reason)).toEqual([
    'restore',
    'restore',
    'save',
    'publish',
  ])
})

test('nothing is restored over what somebody has saved meanwhile', async ({ page, signInAs }) => {
  await signInAs('editor')
  const release = await createWithHistory()
  await page.goto(history(release))
  await release.write({ place: 'Kiruna' })
  await page.getByRole('button', { name: 'Återställ …' }).click()
  await page.getByRole('button', { name: 'Återställ', exact: true }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Någon annan har sparat sedan du öppnade sidan.')
  expect((await getDraft(release.id))?.draft.place).toBe('Kiruna')
})

test('beside the text the latest versions lead to their comparison, and a long history goes on', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Lång historia' })
  for (let number = 1; number <= 70; number++) await release.write({ place: `Ort ${number}` })
  const first = (await listRevisions(release.id)).at(-1)
  const actor = await actingAs('editor@example.org')
  await nameRevision(release.id, first?.id ?? '', { name: 'Allra först' }, { actor, now: new Date() })
  const writer = await openText(page, release.id)
  await writer.tab('Historik')
  await page.getByRole('link', { name: 'Jämför med nu' }).first().click()
  await expect(page.getByRole('article')).toContainText('Borttaget: 69 Tillagt: 70')
  await expect(page.getByText('”Allra först”').first()).toBeHidden()
  await page.getByRole('link', { name: 'Visa äldre versioner' }).click()
  await page.getByRole('link', { name: /”Allra först”/ }).click()
  await expect(page.getByText('Det här är den första versionen.')).toBeVisible()
})
