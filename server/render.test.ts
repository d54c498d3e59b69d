import { expect, test } from 'vitest'
import { lengthHeader, withContentLength } from '#lib/http/content-length.ts'
import { render } from './render.ts'

const options = { publicUrl: 'http://localhost:3000', most: 1_000 }
const answering = (bytes: number, said?: number) =>
  withContentLength(async (_, response) => {
    // As the framework sets what a handler names.
    if (said !== undefined) response.setHeader(lengthHeader, [`${said}`])
    response.end(Buffer.alloc(bytes))
  })

test('what a handler says of its length is sent as such', async () => {
  const answer = await render(answering(900, 900), '/', options)
  expect(answer).toMatchObject({ status: 200, headers: { 'content-length': '900' } })
  expect(answer !== 'too-large' && answer.headers[lengthHeader]).toBeUndefined()
})

test.each([
  ['says so', 1_001],
  ['does not say so', undefined],
])('what is too long to keep is not kept, whether it %s', async (_, said) => {
  expect(await render(answering(1_001, said), '/', options)).toBe('too-large')
})
