import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { addMember } from '#db/testing/members.ts'
import { unsubscribeToken } from '#db/users/unsubscribe.ts'
import { listUsers } from '#db/users.ts'
import { env } from '#lib/env.ts'
import { GET, POST } from './route.ts'

const ask = (handler: typeof POST, token: string, form?: Record<string, string>) => {
  const method = handler === POST ? 'POST' : 'GET'
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://localhost/api/unsubscribe/${token}`, { method, ...(body && { body }) })
  return handler(request as NextRequest, { params: Promise.resolve({ token }) })
}

test('only the button of a mail program ends the mail, with the member’s own link', async () => {
  writeFileSync(join(env.dataDir, 'secret'), 'hemligt')
  const { id } = await addMember('Johan')
  const choices = async () => (await listUsers()).find((user) => user.id === id)?.mailChoices
  const token = unsubscribeToken(id)
  const opened = await ask(GET, token)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/account/unsubscribe/${token}`])
  const oneClick = { 'List-Unsubscribe': 'One-Click' }
  expect((await ask(POST, token)).status).toBe(400)
  expect((await ask(POST, token, { 'List-Unsubscribe': 'no' })).status).toBe(400)
  expect((await ask(POST, `${token}0`, oneClick)).status).toBe(404)
  expect((await ask(GET, 'x')).status).toBe(404)
  expect(await choices()).toEqual({})
  expect((await ask(POST, token, oneClick)).status).toBe(204)
  expect(await choices()).toMatchObject({ review: 'never', comments: 'never', publication: 'never' })
})
