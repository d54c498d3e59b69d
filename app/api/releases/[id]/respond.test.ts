import { expect, test } from 'vitest'
import { z } from 'zod'
import { addMember } from '#db/testing/members.ts'
import { Refusal } from '#lib/refusal.ts'
import { respondUpload } from '../../media/respond-upload.ts'
import { respond } from './respond.ts'

const user = await addMember('rut')
const asked = () => new Request('http://localhost/api', { method: 'POST', body: '{}' })

/** How a save and an upload answer when the verb they call refuses. */
const answers = (refusal: Refusal) => {
  const refuse = async () => {
    throw refusal
  }
  return Promise.all([respond(user, asked(), z.unknown(), refuse), respondUpload(asked() as never, 'sv', refuse)])
}

test.each([
  ['disk-full', 507],
  ['database-unavailable', 503],
  ['document-too-deep', 422],
  ['file-broken', 422],
])('a save and an upload that are refused as %s both answer %i, with the sentence', async (code, status) => {
  for (const answer of await answers(new Refusal(code))) {
    expect(answer.status).toBe(status)
    const said = (await answer.json()) as { code: string; message: string }
    expect([said.code, said.message.endsWith('.')]).toEqual([code, true])
  }
})

test('what is refused for a while says how long', async () => {
  const [answer] = await answers(new Refusal('too-many-links', { details: { seconds: 42 } }))
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '42'])
})
