/** What has been written in one language is shown to everybody, and says which language it is. */
import { randomUUID } from 'node:crypto'
import { createOrganisation } from '#db/organisations.ts'
import { archivePerson } from '#db/people/archive.ts'
import { createPerson } from '#db/people.ts'
import { publishRelease } from '#db/releases/publication.ts'
import { getDraft, saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { personInput } from '#db/testing/people.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { actingAs } from './support/studio-page.ts'

test('a role, an organisation and a biography nobody has translated are marked wherever they stand', async ({
  page,
  request,
}) => {
  const by = { actor: await actingAs(emailOf('owner')), now: new Date() }
  const tag = randomUUID().slice(0, 8)
  const [title, place] = [`Rörmästare ${tag}`, `Stiftelsen Rör ${tag}`]
  const name = `Siv Rörsson ${tag}`
  const organisation = await createOrganisation({ kind: 'partner', name: { sv: place }, logoMediaId: null }, by)
  const personId = await createPerson(
    personInput(name, {
      email: 'siv@example.org',
      pressContact: true,
      shortBio: { sv: `Lagar rör ${tag}.` },
      roles: [{ title: { sv: title }, organisationId: organisation, since: '2020', until: null }],
    }),
    by,
  )
  const slug = `pipes-${tag}`
  const releaseId = await createRelease({ language: 'en', kind: 'news' }, by)
  const draft = {
    ...emptyDraft('news'),
    title: `Pipes ${tag}`,
    slug,
    body: {
      type: 'doc' as const,
      content: [{ type: 'quote' as const, attrs: { personId }, content: [{ type: 'text' as const, text: 'Pipes.' }] }],
    },
    cards: [{ personId, role: title, organisation: place }],
    contactIds: [personId],
  }
  const { version = 0 } = (await getDraft(releaseId)) ?? {}
  const saved = await saveDraft(releaseId, draft, { ...by, baseVersion: version, reason: 'save' })
  await publishRelease(releaseId, { ...by, baseVersion: saved.version, at: null })
  try {
    const card = `/en/people?q=${tag}`
    for (const path of [
      `/en/news/${slug}`,
      card,
      `/en/search?q=${tag}`,
      '/en/press',
      `/en/people/siv-rorsson-${tag}`,
    ]) {
      await page.goto(path)
      const texts = page.locator('main :is(p, span, bdi, li, option)', { hasText: title })
      const innermost = texts.filter({ hasNot: page.locator(':scope *', { hasText: title }) })
      expect(await innermost.count(), path).toBeGreaterThan(0)
      for (const text of await innermost.all())
        expect(await text.evaluate((node) => node.closest('[lang]')?.getAttribute('lang')), path).toBe('sv')
    }
    await page.goto(`/personer?q=${tag}`)
    await expect(page.locator('main [lang]')).toHaveCount(0)
    expect(await (await request.get('/en/feed.json')).text()).toContain(`<span lang=\\"sv\\">${title}</span>`)
    expect(await (await request.get(`/en/people/siv-rorsson-${tag}/vcard.vcf`)).text()).toContain('TITLE;LANGUAGE=sv:')
  } finally {
    await archivePerson(personId, by)
  }
})
