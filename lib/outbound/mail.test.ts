import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { MailFailure, type MailMessage, senderAddress, sendMail } from './mail.ts'
import { openPostOffice, type PostOffice, readMail } from './testing.ts'

const mail: MailMessage = {
  to: 'press@example.org',
  from: 'Öjebyns kommun',
  replyTo: 'lasare@example.com',
  subject: 'Synpunkt om tillgänglighet – Öjebyn',
  text: 'Hej!\n\n> Går inte att läsa. Åäö.\n.\nSlut\n',
}

const offices: PostOffice[] = []
async function open(options?: Parameters<typeof openPostOffice>[0]): Promise<PostOffice> {
  const office = await openPostOffice(options)
  offices.push(office)
  process.env.SMTP_URL = office.url
  return office
}

afterEach(async () => {
  for (const office of offices.splice(0)) await office.close()
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL']) delete process.env[name]
})

const failure = (changes: Partial<MailMessage> = {}) =>
  sendMail({ ...mail, ...changes }, 'x').then(
    () => undefined,
    (error) => error as MailFailure,
  )

test('a mail message arrives in plain text, with its words as they were written', async () => {
  process.env.PUBLIC_URL = 'https://news.example.org'
  const { mails } = await open()
  await sendMail(mail, 'the-delivery')
  expect(mails).toHaveLength(1)
  const { headers, text } = readMail(mails[0]?.source ?? '')
  expect(mails[0]).toMatchObject({ to: 'press@example.org', from: 'newsroom@news.example.org' })
  expect(headers).toMatchObject({
    from: 'Öjebyns kommun <newsroom@news.example.org>',
    to: 'press@example.org',
    'reply-to': 'lasare@example.com',
    subject: mail.subject,
    'message-id': '<the-delivery@news.example.org>',
    'auto-submitted': 'auto-generated',
    'content-type': 'text/plain; charset=utf-8',
  })
  expect(text).toBe(mail.text)
})

test('nothing that is written becomes a header, or mail to somebody else', async () => {
  const { mails } = await open()
  const hostile = 'x@example.com\r\nBcc: victim@example.com'
  await sendMail(
    {
      ...mail,
      replyTo: hostile,
      subject: 'Hej\r\nBcc: victim@example.com',
      from: 'A\r\nBcc: b@example.com',
      text: 'a\r\n.\r\nMAIL FROM:<x>\0\u001b',
    },
    'x',
  )
  expect(mails.map(({ to }) => to)).toEqual(['press@example.org'])
  const { headers } = readMail(mails[0]?.source ?? '')
  expect(Object.keys(headers)).not.toContain('bcc')
  expect(Object.keys(headers)).not.toContain('reply-to')
  expect(headers.subject).toBe('Hej Bcc: victim@example.com')
  for (const to of [hostile, 'a@example.org, b@example.org', 'Name <a@example.org>', ''])
    expect(await failure({ to })).toMatchObject({ isFinal: true })
  expect(mails).toHaveLength(1)
})

test('a refusal is final when the server says so about the recipient, and else it is not', async () => {
  const office = await open()
  office.refuse('press', 550)
  expect(await failure()).toMatchObject({ isFinal: true, message: expect.stringContaining('550') })
  office.refuse('press', 451)
  expect(await failure()).toMatchObject({ isFinal: false, message: expect.stringContaining('451') })
})

test('a password is used, and never told', async () => {
  const pass = 'p@ss:w/o#rd?'
  const { mails, url } = await open({ account: { user: 'news@example.org', pass } })
  await sendMail(mail, 'x')
  expect(mails[0]?.from).toBe('news@example.org')
  process.env.SMTP_URL = url.replace('p%40ss', 'wr%40ng')
  const error = await failure()
  expect(error).toBeInstanceOf(MailFailure)
  expect(error).toMatchObject({ isFinal: false, message: expect.stringContaining('535') })
  expect(`${error?.message} ${error?.stack}`).not.toContain('wr@ng')
})

test('a server that is not there is a failure to be tried again', async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await failure()).toMatchObject({ isFinal: false, message: expect.stringContaining('ECONNREFUSED') })
  process.env.SMTP_URL = 'smtp://no-such-host.invalid'
  expect(await failure()).toMatchObject({ isFinal: false })
  delete process.env.SMTP_URL
  expect(await failure()).toMatchObject({ isFinal: false })
})

test('a password does not travel in the clear to another machine', async () => {
  let heard = ''
  const wiretap = createServer((socket) => {
    socket.write('220 plain\r\n')
    socket.on('data', (data) => {
      heard += data
      socket.write(/^EHLO/.test(String(data)) ? '250-plain\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n')
    })
  })
  await new Promise<void>((resolve) => wiretap.listen(0, '0.0.0.0', resolve))
  const { port } = wiretap.address() as { port: number }
  process.env.SMTP_URL = `smtp://news:secret@0.0.0.0:${port}`
  expect(await failure()).toMatchObject({ isFinal: false })
  wiretap.close()
  expect(heard).toContain('STARTTLS')
  expect(heard).not.toContain('AUTH')
})

test('the sender is the one named, else the account, else somebody at the newsroom', () => {
  process.env.PUBLIC_URL = 'https://news.example.org'
  expect(senderAddress()).toBe('newsroom@news.example.org')
  process.env.SMTP_URL = 'smtps://kim%40example.org:x@mail.example.org'
  expect(senderAddress()).toBe('kim@example.org')
  process.env.MAIL_FROM = 'press@example.org'
  expect(senderAddress()).toBe('press@example.org')
  for (const address of ['http://127.0.0.1:3000', 'http://[::1]:3000']) {
    for (const name of ['SMTP_URL', 'MAIL_FROM']) delete process.env[name]
    process.env.PUBLIC_URL = address
    expect(senderAddress()).toBe('newsroom@localhost')
  }
})
