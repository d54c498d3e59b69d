/**
 * Sending mail: plain text, to one person at a time, through the server the operator has named. Nothing anybody has written
 * becomes a header but the subject, which is one line, and an address, which has been looked at.
 */
import { isIP } from 'node:net'
import { env, isAddress, type MailServer } from '../env.ts'

export interface Letter {
  to: string
  /** What the sender is called. */
  from: string
  /** Where an answer goes, when that is an address. */
  replyTo: string
  subject: string
  text: string
}

/** Why a letter was not taken. `isFinal` where the server has said that it never will be. */
export class MailFailure extends Error {
  readonly isFinal: boolean

  constructor(message: string, { isFinal = false } = {}) {
    super(message)
    this.name = 'MailFailure'
    this.isFinal = isFinal
  }
}

/** The address letters are from: the one named, else the account's, else one at the newsroom's own host. */
export function senderAddress(): string {
  const user = env.mailServer?.auth?.user ?? ''
  const { hostname } = new URL(env.publicUrl)
  return (
    env.mailFrom ??
    (isAddress(user) ? user : `newsroom@${isIP(hostname) || hostname.startsWith('[') ? 'localhost' : hostname}`)
  )
}

/** Milliseconds. All of them together end before a claim in the outbox does. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Sends a letter. `id` names it in its header, so that one sent twice can be told by whoever gets it. Refuses with a
 * `MailFailure`, in which no password stands.
 */
export async function sendLetter({ to, from, replyTo, subject, text }: Letter, id: string): Promise<void> {
  const server = env.mailServer
  if (!server) throw new MailFailure('No mail server is named.')
  if (!isAddress(to)) throw new MailFailure('This is not an e-mail address.', { isFinal: true })
  const isHere = /^(localhost|127\..*|::1)$/.test(server.host)
  const sender = senderAddress()
  // Only those who send mail pay for the code.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    ...server,
    ...patience,
    // A password never travels in the clear. On this machine nobody listens, and certificates are seldom real.
    requireTLS: server.auth !== undefined && !isHere,
    ignoreTLS: isHere,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: oneLine(from), address: sender },
      to: { name: '', address: to },
      ...(isAddress(replyTo) ? { replyTo: { name: '', address: replyTo } } : {}),
      subject: oneLine(subject),
      text: withoutControls(text),
      textEncoding: 'quoted-printable',
      messageId: `<${id}@${sender.split('@').at(-1)}>`,
      // So that nobody's holiday is answered to a reader.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } catch (error) {
    throw new MailFailure(said(error, server.auth), { isFinal: isRefused(error) })
  } finally {
    transport.close()
  }
}

/** A text as one line, for where a line's end would begin something else. */
export const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()

const withoutControls = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')

/** A server that refuses the recipient or the letter does so again. One that refuses the password may be told another. */
function isRefused(error: unknown): boolean {
  const { responseCode = 0, code } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

/** What was said, in one line, without the password in any of the forms it is sent in. */
function said(error: unknown, auth: MailServer['auth']): string {
  const { response, message } = error as { response?: string; message?: string }
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const secrets = auth?.pass ? [auth.pass, base64(auth.pass), base64(`\0${auth.user}\0${auth.pass}`)] : []
  const line = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), String(response || message))
  return oneLine(line).slice(0, 300)
}
