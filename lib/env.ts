/** The environment, read when asked for so that tests and commands can each have their own. README lists it for operators. */
import { resolve } from 'node:path'

export const env = {
  /** Where all state lives: the database, the media and the secret. */
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
  /** Where feed readers can ask to be told of news at once (WebSub); none unless the operator names one. */
  get websubHub(): string | undefined {
    return process.env.WEBSUB_HUB || undefined
  },
  /** The server that takes the newsroom's mail, with its password; none, and no mail, unless the operator names one. */
  get smtpUrl(): string | undefined {
    return process.env.SMTP_URL || undefined
  },
  /** The address mail is from. */
  get mailFrom(): string | undefined {
    return process.env.MAIL_FROM || undefined
  },
  get logLevel(): string {
    return process.env.LOG_LEVEL || 'info'
  },
}

/** The address of a path for those who are elsewhere. */
export const absolute = (path: string): string => env.publicUrl + path
