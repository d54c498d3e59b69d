/**
 * Sends mail: plain text, to one person at a time, through the operator's server. Nothing that anybody has written
 * becomes a header but the subject, which is put on one line, and an address, which is checked.
 */
import { isIP } from 'node:net'
import { env, isAddress, type MailServer } from '../env.ts'
import { isThisMachine } from '../http/this-machine.ts'

export interface MailMessage {
  to: string
  /** The name of the sender. */
  from: string
  /** The address for answers; a text that is not an address is left out. */
  replyTo: string
  subject: string
  text: string
  /** Whether somebody has written it for whoever gets it, so that what is set to answer programs with silence answers. */
  isWritten?: boolean
  /** The id of the mail that it goes on from, so that both stand in one thread. */
  follows?: string
  /** Where a mail program ends mails like this one for whoever presses its button (RFC 8058). */
  unsubscribe?: string
  /** An invitation that goes into the recipient's calendar, or out of it. */
  calendar?: { method: string; text: string }
}

/** Thrown when mail was not accepted. `isFinal` says that the server will never accept it. */
export class MailFailure extends Error {
  readonly isFinal: boolean

  constructor(message: string, { isFinal = false } = {}) {
    super(message)
    this.name = 'MailFailure'
    this.isFinal = isFinal
  }
}

/** Returns the address mail is sent from: the one set, else the account's, else one at the newsroom's own host. */
export function senderAddress(): string {
  const user = env.mailServer?.auth?.user ?? ''
  const { hostname } = new URL(env.publicUrl)
  return (
    env.mailFrom ??
    (isAddress(user) ? user : `newsroom@${isIP(hostname) || hostname.startsWith('[') ? 'localhost' : hostname}`)
  )
}

/** Timeouts in milliseconds. Their sum is shorter than a claim in the outbox lasts. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Sends a message. `id` names it in a header, so that whoever gets it twice can tell. Throws a `MailFailure`, which
 * shows no password.
 */
export async function sendMail(message: MailMessage, id: string): Promise<void> {
  const { to, from, replyTo, subject, text, isWritten, follows, unsubscribe, calendar } = message
  const server = env.mailServer
  if (!server) throw new MailFailure('No mail server is named.')
  if (!isAddress(to)) throw new MailFailure('This is not an e-mail address.', { isFinal: true })
  const isHere = isThisMachine(server.host)
  const sender = senderAddress()
  const named = (name: string) => `<${name}@${sender.split('@').at(-1)}>`
  // Only newsrooms that send mail pay for the code.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    ...server,
    ...patience,
    // A password is never sent unencrypted. On the same machine nobody listens, and certificates are seldom real.
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
      ...(calendar && { icalEvent: { method: calendar.method, filename: 'invitation.ics', content: calendar.text } }),
      messageId: named(id),
      ...(follows && { inReplyTo: named(follows), references: named(follows) }),
      // So that an automatic holiday reply is not sent to a reader.
      headers: {
        ...(!isWritten && { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }),
        ...(unsubscribe && {
          // Folded in the midst of the address, it would be another.
          'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    })
  } catch (error) {
    throw new MailFailure(said(error, server.auth), { isFinal: isRefused(error) })
  } finally {
    transport.close()
  }
}

/** Marks somebody's words line by line, so that nothing in them can pass for ours. */
export const quoted = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** Returns a text on one line, for places where a line end would begin something else. */
export const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()

const withoutControls = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')

/**
 * Whether the failure is final: a server that refuses the recipient or the message does so again, but a refused
 * password may be corrected.
 */
function isRefused(error: unknown): boolean {
  const { responseCode = 0, code } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

/** Returns the server's message on one line, without the password in any of the forms it is sent in. */
function said(error: unknown, auth: MailServer['auth']): string {
  const { response, message } = error as { response?: string; message?: string }
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const secrets = auth?.pass ? [auth.pass, base64(auth.pass), base64(`\0${auth.user}\0${auth.pass}`)] : []
  const line = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), String(response || message))
  return oneLine(line).slice(0, 300)
}
