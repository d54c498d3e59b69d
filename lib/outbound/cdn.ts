/** How a CDN in front keeps readers' pages and is told when they have changed: the `CDN_` and `PURGE_` variables. */
import { z } from 'zod'
import { isThisMachine } from '../http/this-machine.ts'
import { postMessage } from './post-message.ts'

const styles = ['webhook', 'fastly', 'varnish'] as const

/** Where a CDN is told that what it keeps is old. */
export interface PurgeSettings {
  url: string
  style: (typeof styles)[number]
  token: string | undefined
}

const text = z.string()

/** The schema of each variable by its name. An error says what is wrong, and never repeats a secret. */
export const cdnVariables = {
  CDN_MAX_AGE: text
    .refine((value) => /^\d{1,8}$/.test(value) && Number(value) > 0, 'must be a number of seconds, such as 3600.')
    .transform(Number),
  PURGE_URL: text.refine((value) => {
    const url = URL.parse(value)
    return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
  }, 'must be an address that begins with https:// or http://, without a password in it.'),
  PURGE_STYLE: z.enum(styles, { error: `must be one of ${styles.join(', ')}.` }),
  PURGE_TOKEN: text,
}

export type CdnValues = { [Name in keyof typeof cdnVariables]?: z.output<(typeof cdnVariables)[Name]> | undefined }

/** Returns how the CDN is told, or undefined where it is not. */
export const purgeSettings = ({ PURGE_URL: url, PURGE_STYLE: style = 'webhook', PURGE_TOKEN: token }: CdnValues) =>
  url === undefined ? undefined : { url, style, token }

/** Returns what is wrong with the variables together, in a sentence for the operator. */
export function cdnTrouble(values: CdnValues): string | undefined {
  const { CDN_MAX_AGE: maxAge, PURGE_URL: url, PURGE_STYLE: style, PURGE_TOKEN: token } = values
  if (url === undefined && (style ?? token) !== undefined)
    return `${style ? 'PURGE_STYLE' : 'PURGE_TOKEN'} is set without PURGE_URL. Name the address that is told.`
  if (url === undefined) return undefined
  if (maxAge === undefined) return 'PURGE_URL is set without CDN_MAX_AGE, so nothing is kept that could be purged.'
  if (style === 'fastly' && token === undefined) return 'PURGE_STYLE is fastly, which needs its key in PURGE_TOKEN.'
  const { protocol, hostname } = new URL(url)
  if (token !== undefined && protocol === 'http:' && !isThisMachine(hostname))
    return 'PURGE_URL must begin with https:// unless it is on this machine: PURGE_TOKEN would be read on the way.'
}

/** The key that everything readers can get carries. */
export const everything = 'newsroom'

/**
 * Tells the CDN that everything it keeps is to be asked for again: what is the same is answered with 304. It is told softly, so
 * that it may go on sending what it has while the newsroom does not answer. Throws with the reason when it is not accepted.
 */
export async function purgeCdn({ url, style, token }: PurgeSettings, edition: string): Promise<void> {
  if (style === 'fastly') {
    const headers = { 'fastly-key': token ?? '', 'fastly-soft-purge': '1', 'surrogate-key': everything }
    return postMessage(url, { headers })
  }
  const bearer: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  if (style === 'varnish')
    return postMessage(url, { method: 'PURGE', headers: { ...bearer, 'surrogate-key': everything } })
  await postMessage(url, {
    headers: { ...bearer, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ keys: [everything], soft: true, edition }),
  })
}
