/**
 * The environment: every variable Pressrum knows, read here and nowhere else. It is read each time it is asked, so that
 * tests and commands can each have their own. README.md lists the variables for operators.
 */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { readStore, type S3Address, storeVariables } from './media/store-address.ts'
import {
  missingOpenid,
  type OpenidSettings,
  type OpenidValues,
  openidSettings,
  openidVariables,
} from './openid/settings.ts'
import { type CdnValues, cdnTrouble, cdnVariables, type PurgeSettings, purgeSettings } from './outbound/cdn.ts'
import { databaseTrouble, wholeDatabaseAddress } from './outbound/database-address.ts'
import { editDistance } from './search/edit-distance.ts'

/** The mail server that `SMTP_URL` names. */
export interface MailServer {
  host: string
  port: number
  /** Whether the connection is encrypted from its first byte. */
  secure: boolean
  auth: { user: string; pass: string } | undefined
}

const address = z.email().max(254)

/** Whether a text is an e-mail address, and nothing but that. */
export const isAddress = (text: string): boolean => address.safeParse(text).success

const hostName = /^(?!-)[a-z0-9-]{1,63}(\.(?!-)[a-z0-9-]{1,63})*$/i

function isHost(text: string): boolean {
  // Numbers and dots that are not an IPv4 address are a slip, not a name.
  return isIP(text) !== 0 || (hostName.test(text) && !/^[\d.]+$/.test(text))
}

/** Returns what is wrong with the address that readers are to use, as the end of a sentence. */
function publicUrlTrouble(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address such as https://news.example.org.'
  if (url.username || url.password) return 'must not hold a name or a password.'
  if (url.search || url.hash || !/^\/*$/.test(url.pathname))
    return `must end with the host: the newsroom cannot lie under a path. Write ${url.origin}.`
}

function readMailServer(text: string): MailServer | undefined {
  const url = URL.parse(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return undefined
  // An unescaped character in the password ends the address early.
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) return undefined
  const secure = url.protocol === 'smtps:'
  const usual = secure ? 465 : url.username ? 587 : 25
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    const host = url.hostname.replace(/^\[|\]$/g, '')
    return { host, port: Number(url.port) || usual, secure, auth: user ? { user, pass } : undefined }
  } catch {
    return undefined
  }
}

function isService(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

const text = z.string()

/**
 * The schema of each variable by its name. An error says what is wrong with the value, and never repeats one that may
 * hold a password.
 */
const variables = {
  PORT: text
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'must be a number up to 65535.')
    .transform(Number),
  HOST: text.refine(
    isHost,
    'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, without http:// or a port.',
  ),
  PUBLIC_URL: text.transform((value, context) => {
    const trouble = publicUrlTrouble(value)
    if (trouble) context.addIssue({ code: 'custom', message: trouble })
    // As browsers write it, whoever compares it with theirs: HTTPS://News.Example.org:443/ is https://news.example.org.
    return URL.parse(value)?.origin ?? value
  }),
  DATABASE_URL: text.transform((value, context) => {
    const trouble = databaseTrouble(value)
    if (trouble === undefined) return wholeDatabaseAddress(value)
    context.addIssue({ code: 'custom', message: trouble })
    return z.NEVER
  }),
  NEXTAUTH_SECRET: text.min(32, 'must be at least 32 characters, such as what openssl rand -base64 32 prints.'),
  DATA_DIR: text.transform((value) => resolve(/* turbopackIgnore: true */ value)),
  MEDIA_URL: text.transform((value, context) => {
    const store = readStore(value, givenOfStore())
    if (typeof store !== 'string') return store
    context.addIssue({ code: 'custom', message: store })
    return z.NEVER
  }),
  TRUSTED_PROXY: z.stringbool({ error: 'must be 1 when a proxy of yours stands in front, else 0 or nothing.' }),
  SMTP_URL: text.transform((value, context) => {
    const server = readMailServer(value)
    if (server) return server
    context.addIssue({
      code: 'custom',
      message:
        'must look like smtps://user:password@mail.example.org or smtp://localhost:25, with signs such as @, : and # in the password as %40, %3A and %23.',
    })
    return z.NEVER
  }),
  MAIL_FROM: text.refine(isAddress, 'must be an e-mail address and nothing else.'),
  WEBSUB_HUB: text.refine(
    isService,
    'must be an address that begins with https:// or http://, without a password in it.',
  ),
  INDEXNOW_URL: text.refine(
    isService,
    'must be an address that begins with https:// or http://, without a password in it.',
  ),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}.` }),
  ...openidVariables,
  ...cdnVariables,
}
type Name = keyof typeof variables

/** What is said of the store. These names are not ours alone, so nothing else is done about them. */
const givenOfStore = () => Object.fromEntries(storeVariables.map((name) => [name, process.env[name]?.trim()]))

/** The values read, with the text each was read from: a page reads its address for every link it has. */
const known: { [N in Name]?: { text: string; value: z.output<(typeof variables)[N]> | undefined } } = {}

/** Returns a variable's value: undefined when it is not set, or is not valid (which `environmentTrouble` tells). */
function read<N extends Name>(name: N): z.output<(typeof variables)[N]> | undefined {
  // What the store's address means depends on other variables.
  const text = name === 'MEDIA_URL' && given(name) ? `${given(name)} ${Object.values(givenOfStore())}` : given(name)
  const before = known[name]
  if (before?.text === text) return before.value
  const value = text === '' ? undefined : variables[name].safeParse(given(name)).data
  Object.assign(known, { [name]: { text, value } })
  return value as z.output<(typeof variables)[N]> | undefined
}

const given = (name: Name) => {
  const value = (process.env[name] ?? '').trim()
  return name === 'LOG_LEVEL' ? value.toLowerCase() : value
}

const openidValues = (): OpenidValues =>
  Object.fromEntries((Object.keys(openidVariables) as (keyof OpenidValues)[]).map((name) => [name, read(name)]))

const cdnValues = (): CdnValues =>
  Object.fromEntries((Object.keys(cdnVariables) as (keyof CdnValues)[]).map((name) => [name, read(name)]))

export const env = {
  /** The directory of all state: the database, the media and the secret. */
  get dataDir(): string {
    return read('DATA_DIR') ?? resolve(/* turbopackIgnore: true */ 'data')
  },
  /** The secret that all nodes of a newsroom share; without one it is a file in the data directory. */
  get secret(): string | undefined {
    return read('NEXTAUTH_SECRET')
  },
  /** The PostgreSQL database; without one the database is a file in the data directory. */
  get databaseUrl(): string | undefined {
    return read('DATABASE_URL')
  },
  /** The store that keeps the library's files; without one they lie in the data directory. */
  get mediaStore(): S3Address | undefined {
    return read('MEDIA_URL')
  },
  get port(): number {
    return read('PORT') ?? 3000
  },
  get host(): string {
    return read('HOST') ?? '127.0.0.1'
  },
  /** The address readers use, without a slash at the end. */
  get publicUrl(): string {
    return read('PUBLIC_URL') ?? `http://localhost:${env.port}`
  },
  /** The origin of that address where the operator has set it: by it requests from our own pages are recognised. */
  get publicOrigin(): string | undefined {
    const url = read('PUBLIC_URL')
    return url && new URL(url).origin
  },
  get trustedProxy(): boolean {
    return read('TRUSTED_PROXY') ?? false
  },
  /** The WebSub hub that feed readers can subscribe at, to get news at once; none unless the operator names one. */
  get websubHub(): string | undefined {
    return read('WEBSUB_HUB')
  },
  /** The service that tells search engines of changed pages (IndexNow); none unless the operator names one. */
  get indexNowUrl(): string | undefined {
    return read('INDEXNOW_URL')
  },
  /** How many seconds a CDN in front may keep readers' pages; without it, none keeps any. */
  get cdnMaxAge(): number | undefined {
    return read('CDN_MAX_AGE')
  },
  /** Where that CDN is told that pages have changed. */
  get purge(): PurgeSettings | undefined {
    return purgeSettings(cdnValues())
  },
  /** The mail server; without one no mail is sent. */
  get mailServer(): MailServer | undefined {
    return read('SMTP_URL')
  },
  /** The address that mail is sent from. */
  get mailFrom(): string | undefined {
    return read('MAIL_FROM')
  },
  /** How members sign in with the organisation's own account; undefined where they do not. */
  get openid(): OpenidSettings | undefined {
    return openidSettings(openidValues())
  },
  /** Whether members may sign in with a password. */
  get allowsPasswords(): boolean {
    return env.openid?.allowsPasswords ?? true
  },
  get logLevel(): string {
    return read('LOG_LEVEL') ?? 'info'
  },
}

/** Returns the absolute address of a path. */
export const absolute = (path: string): string => env.publicUrl + path

/**
 * Returns what is wrong with the environment, in a sentence for the operator: a value that is not valid, or a variable
 * whose name is a slip for one of ours and would silently do nothing. Undefined when all is well.
 */
export function environmentTrouble(): string | undefined {
  for (const name of Object.keys(variables) as Name[]) {
    const value = given(name)
    const issue = value === '' ? undefined : variables[name].safeParse(value).error?.issues[0]
    if (issue) return name === 'MEDIA_URL' ? issue.message : `${name} ${issue.message}`
  }
  const missing = missingOpenid(openidValues()) ?? cdnTrouble(cdnValues())
  if (missing) return missing
  for (const [name, value = ''] of Object.entries(process.env)) {
    if (!looksLikeOurs(name, value)) continue
    const meant = nearest(name)
    return `${name} is no variable of Pressrum's.${meant ? ` Is ${meant} meant?` : ' README lists those it knows.'}`
  }
}

const oursAtFirstSight = /^(?:(?:PRESSRUM|SMTP|MAIL|WEBSUB|INDEXNOW|OIDC|PURGE)_|TRUST(?:ED)?_?PROX)/

function looksLikeOurs(name: string, value: string): boolean {
  if (name in variables) return false
  // Container platforms set these by themselves for a service of such a name.
  if (/_SERVICE_(?:HOST|PORT)|_PORT_\d+_/.test(name) || value.startsWith('tcp://')) return false
  return oursAtFirstSight.test(name) || nearest(name) !== undefined
}

const bare = (name: string) =>
  name
    .toUpperCase()
    .replace(/^PRESSRUM_/, '')
    .replaceAll(/[^A-Z]/g, '')

/**
 * Returns the variable whose name differs by a slip. Short names are left alone: too many things are called something
 * like HOST.
 */
function nearest(name: string): Name | undefined {
  const ours = Object.keys(variables) as Name[]
  return ours.find((own) => {
    if (bare(own) === bare(name)) return own.length > 4 || name.startsWith('PRESSRUM_')
    return own.length > 6 && editDistance(bare(own), bare(name), 1) <= 1
  })
}
