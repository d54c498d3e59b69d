/** A mail server for tests, on this machine: it takes what it is sent, and refuses what it is told to. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface PostOffice {
  /** The value for `SMTP_URL`. */
  url: string
  /** Every message as it came: the sender, the recipient, and the source. */
  mails: { to: string; from: string; source: string }[]
  /** Answers recipients whose address contains `name` with a code, until told otherwise. */
  refuse(name: string, code?: number): void
  close(): Promise<void>
}

interface Options {
  /** The only account that may send. */
  account?: { user: string; pass: string }
}

export async function openPostOffice({ account }: Options = {}): Promise<PostOffice> {
  const mails: PostOffice['mails'] = []
  const refused = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: !account,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, answer) {
      if (username === account?.user && password === account?.pass) return answer(null, { user: username })
      answer(new Error(`535 the password ${password} is wrong`))
    },
    onRcptTo({ address }, _session, answer) {
      const code = [...refused].find(([name]) => address.includes(name))?.[1]
      answer(code ? Object.assign(new Error('not here'), { responseCode: code }) : null)
    },
    async onData(stream, { envelope }, answer) {
      const source = await text(stream)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      for (const { address } of envelope.rcptTo) mails.push({ to: address, from, source })
      answer(null)
    },
  })
  // A client that disconnects in the midst of a message is not an error of the server.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const credentials = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.pass)}@` : ''
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    mails,
    refuse: (name, code) => void (code ? refused.set(name, code) : refused.delete(name)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Returns a message's text and headers, unfolded. */
export function readMail(source: string): { headers: Record<string, string>; text: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? []
      return [name.toLowerCase(), words(value)]
    }),
  )
  return { headers, text: unquoted(rest.join('\r\n\r\n').replace(/=\r\n/g, '')).replaceAll('\r\n', '\n') }
}

const unquoted = (line: string): string =>
  Buffer.from(
    line
      .replace(/[^\0-\x7f]/g, '?')
      .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')

/** Decodes a header with other letters than ASCII (RFC 2047). */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, way: string, coded: string) =>
      way.toUpperCase() === 'B' ? Buffer.from(coded, 'base64').toString('utf8') : unquoted(coded.replaceAll('_', ' ')),
    )
