import { env, isAddress } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'

/** Refuses mail without an address, to what is no address (`email-missing`), or without a mail server (`no-mail-server`). */
export function requireMail(address: string): void {
  if (!isAddress(address)) throw new Refusal('email-missing', { field: 'email' })
  if (!env.mailServer) throw new Refusal('no-mail-server')
}
