/** What may be saved as a draft, whoever asks the server and with what. */
import { getDraft } from '#db/releases/revisions.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

test.describe('what no editor writes', () => {
  const paragraph = (content: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [content] }] })
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  for (const [name, body, sentence] of [
    ['a javascript: link', paragraph({ type: 'text', text: 'x', marks: [link] }), 'leder till något annat än webben'],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }, 'form som inte går att spara'],
    [
      'an unknown attribute',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] },
      'inte går att spara',
    ],
    ['no document at all', 'text', 'inte går att spara'],
  ] as const) {
    test(`${name} is refused with a sentence and nothing is stored`, async ({ page, newsroom, signInAs }) => {
      await signInAs('editor')
      const { id } = await createTestRelease({ title: 'Hel' })
      const stored = await getDraft(id)
      const answer = await page.request.put(`/api/releases/${id}/draft`, {
        headers: { origin: newsroom.url },
        data: { baseVersion: stored?.version, reason: 'save', draft: { ...stored?.draft, title: 'Trasig', body } },
      })
      expect(answer.status()).toBe(422)
      expect((await answer.json()).message).toContain(sentence)
      expect(await getDraft(id)).toEqual(stored)
    })
  }

  for (const levels of [400, 15_000]) {
    test(`lists inside each other in ${levels} levels are refused with a sentence`, async ({
      page,
      newsroom,
      signInAs,
    }) => {
      await signInAs('editor')
      const { id } = await createTestRelease({ title: 'Hel' })
      const stored = await getDraft(id)
      const open = '{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph"},'
      const body = `{"type":"doc","content":[${open.repeat(levels)}{"type":"paragraph"}${']}]}'.repeat(levels)}]}`
      const draft = JSON.stringify({ ...stored?.draft, body: 'BODY' }).replace('"BODY"', body)
      const headers = { origin: newsroom.url, 'content-type': 'application/json' }
      for (const [method, what, rest] of [
        ['PUT', 'draft', `"baseVersion":${stored?.version},"reason":"save",`],
        ['POST', 'aside', ''],
        ['POST', 'copy', ''],
      ] as const) {
        const data = `{${rest}"draft":${draft}}`
        const answer = await page.request.fetch(`/api/releases/${id}/${what}`, { method, headers, data })
        expect([what, answer.status()]).toEqual([what, 422])
        expect((await answer.json()).message).toContain('fler än 14 nivåer')
      }
      expect(await getDraft(id)).toEqual(stored)
    })
  }

  test('a stranger is told to sign in, and another site is not listened to', async ({ request, newsroom }) => {
    const { id } = await createTestRelease({ title: 'Hel' })
    const save = (origin: string) =>
      request.put(`/api/releases/${id}/draft`, {
        headers: { origin, 'sec-fetch-dest': 'empty' },
        data: { baseVersion: 2, reason: 'save', draft: {} },
        maxRedirects: 0,
      })
    expect((await save(newsroom.url)).status()).toBe(401)
    expect((await save('https://evil.example')).status()).toBe(403)
  })
})
