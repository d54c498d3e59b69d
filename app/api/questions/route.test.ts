import { NextRequest } from 'next/server'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '#db/client.ts'
import { settings } from '#db/schema/newsroom.ts'

const { addRelease } = await import('#db/testing/newsroom.ts')
const { POST } = await import('./route.ts')

const send = async (form: Record<string, string>) => {
  const body = new URLSearchParams({ language: 'sv', ...form })
  const answer = await POST(new NextRequest('http://localhost/api/questions', { method: 'POST', body }))
  return { answer, page: await answer.text() }
}
const asked = {
  text: 'Vem <b>betalar</b>?',
  about: 'tolv-bruksorter',
  date: '2099-10-25',
  time: '12:00',
  name: 'Karin "K" Alm',
  email: 'karin@bladet.example',
}

beforeAll(async () => {
  await addRelease('Tolv bruksorter')
  await write((tx) => tx.update(settings).set({ questions: { isOpen: true, replyTo: 'desk', keptDays: 90 } }))
})

test('everything that is wrong is said at its field, listed with links, and all that was typed is kept', async () => {
  const { answer, page } = await send({ ...asked, email: 'karin', date: '', time: '' })
  expect(answer.status).toBe(422)
  for (const kept of ['Vem &lt;b&gt;betalar&lt;/b&gt;?', 'value="Karin &quot;K&quot; Alm"', 'value="karin"'])
    expect(page).toContain(kept)
  expect(page).toContain('<option value="tolv-bruksorter" selected>Tolv bruksorter</option>')
  for (const field of ['email', 'date', 'time']) {
    expect(page).toContain(`<a href="#${field}">`)
    expect(page).toContain(`aria-describedby="trouble-${field}"`)
  }
  expect(await db.query.questions.findMany()).toEqual([])
})

test('which of the two is asked in the hour that comes twice, and the answer is taken', async () => {
  const twice = { ...asked, time: '02:30' }
  const { page } = await send(twice)
  expect(page).toMatch(/<select id="which"[^>]*aria-invalid="true"/)
  expect(page).toContain('<option value="first">Den första (UTC+2)</option>')
  const { answer } = await send({ ...twice, which: 'first' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/press/fraga/tack'])
  expect(await db.query.questions.findMany()).toMatchObject([{ deadline: new Date('2099-10-25T00:30:00Z') }])
})

test('a form that a browser has filled in by itself is shown again, and stores nothing', async () => {
  const before = await db.query.questions.findMany()
  const { answer, page } = await send({ ...asked, text: 'Fylld av webbläsaren?', website: 'https://bladet.example' })
  expect(answer.status).toBe(422)
  expect(page).toContain('Fylld av webbläsaren?')
  expect(page).not.toContain('name="website"')
  expect(await db.query.questions.findMany()).toEqual(before)
})

test('a newsroom that takes none keeps what was typed and says whom to call', async () => {
  await write((tx) =>
    tx
      .update(settings)
      .set({ pressPhone: '08-465 004 30', questions: { isOpen: false, replyTo: 'desk', keptDays: 90 } }),
  )
  const { answer, page } = await send(asked)
  expect(answer.status).toBe(422)
  expect(page).toContain('tar inte emot frågor')
  expect(page).toContain('Hellre ringa? 08-465 004 30')
})
