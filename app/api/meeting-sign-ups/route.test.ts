import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { openSecret } from '#db/engine/data-directory.ts'
import { emptyMeeting } from '#lib/meeting/meeting.ts'

const { addRelease } = await import('#db/testing/newsroom.ts')
const { POST } = await import('./route.ts')

openSecret()
let release = ''
beforeAll(async () => {
  const meeting = { ...emptyMeeting, startsAt: '2099-11-26T12:15', endsAt: '2099-11-26T13:00', place: 'Torget' }
  release = await addRelease('Pressträff', { kind: 'invitation', meeting })
})

const send = async (form: Record<string, string>) => {
  const body = new URLSearchParams({ language: 'sv', release, way: 'place', ...form })
  const answer = await POST(new NextRequest('http://localhost/api/meeting-sign-ups', { method: 'POST', body }))
  return { answer, page: await answer.text() }
}
const karin = { name: 'Karin "K" Alm', email: ' Karin@bladet.example', wishes: 'Eluttag' }

test('a form that a browser has filled in by itself is shown again, says so, and signs nobody up', async () => {
  const { answer, page } = await send({ ...karin, website: 'https://bladet.example' })
  expect(answer.status).toBe(422)
  for (const words of ['Du är inte anmäld än', 'value="Karin &quot;K&quot; Alm"', 'Eluttag'])
    expect(page).toContain(words)
  expect(page).not.toContain('name="website"')
  expect(await db.query.meetingSignUps.findMany()).toEqual([])
})

test('sent once more it signs up, and leads to the page of the sign-up', async () => {
  const { answer } = await send(karin)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/meeting\/.+/)])
  expect(await db.query.meetingSignUps.findMany()).toMatchObject([{ email: 'karin@bladet.example' }])
})
