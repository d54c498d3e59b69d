import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDeliveries } from '#db/outbox/deliveries.ts'
import { by, noon } from '#db/testing/newsroom.ts'
import { requestPasswordLink } from '#db/users/account-links.ts'
import { invite, openInvitation } from '#db/users/invitations.ts'
import { openPostOffice, type PostOffice, readMail } from '#lib/outbound/testing.ts'
import { tick } from './clock.ts'

const later = new Date(noon.getTime() + 120_000)
let office: PostOffice

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent'
  process.env.PUBLIC_URL = 'https://news.example'
  office = await openPostOffice()
  process.env.SMTP_URL = office.url
})
afterAll(async () => {
  delete process.env.SMTP_URL
  await office.close()
})

test('each attempt to mail a link has a link of its own, and what is asked for nobody is not sent', async () => {
  await invite({ way: 'mail', email: 'ny@example.org', role: 'editor' }, { ...by, now: noon })
  await requestPasswordLink({ email: 'ingen@example.org' }, { address: '::1', now: noon })
  office.refuse('ny@', 451)
  expect(await tick(noon)).toEqual({ arrived: 1, failed: 1 })
  expect(office.mails).toEqual([])
  // An address that somebody has typed is kept no longer than it takes to see that it is nobody's.
  expect(await listDeliveries('password-link')).toEqual([])
  office.refuse('ny@')
  expect(await tick(later)).toEqual({ arrived: 1, failed: 0 })
  expect(office.mails.map(({ to }) => to)).toEqual(['ny@example.org'])
  const { headers, text } = readMail(office.mails[0]?.source ?? '')
  expect(headers.subject).toBe('Inbjudan till Provrummet')
  const [, token = ''] = /https:\/\/news\.example\/account\/invitation\/([\w-]+)/.exec(text) ?? []
  expect(await openInvitation(token, later)).toMatchObject({ email: 'ny@example.org' })
})
