/**
 * Reads the environment, each time it is asked so that tests and commands can each have their own. README.md lists the
 * variables for operators.
 */
import { resolve } from 'node:path'

export const env = {
  /** The directory of all state: the database, the media and the secret. */
  get dataDir(): string {
    return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || 'data')
  },
  get port(): number {
    return Number(process.env.PORT || 3000)
  },
  get host(): string {
    return process.env.HOST || '127.0.0.1'
  },
  /** The address readers use, without a slash at the end. */
  get publicUrl(): string {
    return (process.env.PUBLIC_URL || `http://localhost:${env.port}`).replace(/\/+$/, '')
  },
  get trustedProxy(): boolean {
    return /^(1|true|yes)$/i.test(process.env.TRUSTED_PROXY ?? '')
  },
  /** The WebSub hub that feed readers can subscribe at, to get news at once; none unless the operator names one. */
  get websubHub(): string | undefined {
    return process.env.WEBSUB_HUB || undefined
  },
  /** The mail server, with its password; without one no mail is sent. */
  get smtpUrl(): string | undefined {
    return process.env.SMTP_URL || undefined
  },
  /** The address that mail is sent from. */
  get mailFrom(): string | undefined {
    return process.env.MAIL_FROM || undefined
  },
  get logLevel(): string {
    return process.env.LOG_LEVEL || 'info'
  },
}

/** Returns the absolute address of a path. */
export const absolute = (path: string): string => env.publicUrl + path
