/** Reads where the library's files are to lie: `MEDIA_URL`, with the variables by which every program knows an S3 store. */
import { isThisMachine } from '../http/this-machine.ts'

/** A store that speaks the S3 protocol. */
export interface S3Address {
  bucket: string
  /** What every key begins with: nothing, or a path with a slash at its end. */
  prefix: string
  /** The address of the store, without a path. */
  endpoint: string
  /** Whether the bucket stands in the path, as everywhere but at Amazon, and not in the host's name. */
  isPathStyle: boolean
  region: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string | undefined
}

/** The variables that say more of the store. Other programs on the machine may use them too. */
export const storeVariables = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL_S3',
  'AWS_ENDPOINT_URL',
] as const

type Given = Partial<Record<(typeof storeVariables)[number], string>>

const keyVariables = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const

const bucketName = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const prefixPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)*\/?$/

/** Returns the bucket and the prefix that an address names, or undefined for one that is none of a store. */
function readBucket(url: string): { bucket: string; prefix: string } | undefined {
  const [, bucket = '', path = ''] = /^s3:\/\/([^/]*)(.*)$/.exec(url) ?? []
  if (!bucketName.test(bucket) || !prefixPath.test(path)) return undefined
  const prefix = path.replace(/^\/|\/$/g, '')
  return { bucket, prefix: prefix && `${prefix}/` }
}

/**
 * Returns the store that the variables name, or what is wrong with them, as a sentence for the operator. It never repeats
 * a value that may be secret.
 */
export function readStore(url: string, given: Given): S3Address | string {
  const place = readBucket(url)
  if (!place)
    return 'MEDIA_URL must look like s3://bucket or s3://bucket/folder, of letters, digits and the signs . - _; keys and the address of the store have variables of their own.'
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = given
  if (!accessKeyId || !secretAccessKey)
    return `${accessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID'} is missing, which MEDIA_URL needs.`
  const odd = keyVariables.find((name) => /[^\x21-\x7e]/.test(given[name] ?? ''))
  if (odd) return `${odd} holds a space, a line end or a letter that no key has.`
  const region = given.AWS_REGION || given.AWS_DEFAULT_REGION
  if (region && !/^[\w-]+$/.test(region)) return 'AWS_REGION must be the name of a region, such as eu-north-1.'
  const name = given.AWS_ENDPOINT_URL_S3 ? 'AWS_ENDPOINT_URL_S3' : 'AWS_ENDPOINT_URL'
  const endpoint =
    given[name] || (region && `https://s3.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`)
  if (!endpoint)
    return 'AWS_REGION is missing, which MEDIA_URL needs; for a store that is not Amazon’s, AWS_ENDPOINT_URL_S3.'
  const trouble = endpointTrouble(endpoint)
  if (trouble) return `${name} ${trouble}`
  const { origin, protocol, host, hostname } = new URL(endpoint)
  const isAmazon = /\.amazonaws\.com(?:\.cn)?$/.test(hostname)
  // A certificate for every name below Amazon's does not hold for one with two more dots.
  const isPathStyle = !isAmazon || place.bucket.includes('.')
  return {
    ...place,
    endpoint: isPathStyle ? origin : `${protocol}//${place.bucket}.${host}`,
    isPathStyle,
    region: region || 'us-east-1',
    accessKeyId,
    secretAccessKey,
    sessionToken: given.AWS_SESSION_TOKEN || undefined,
  }
}

function endpointTrouble(endpoint: string): string | undefined {
  const url = URL.parse(endpoint)
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address such as https://s3.example.org.'
  if (url.username || url.password) return 'must not hold a name or a password.'
  if (!/^\/*$/.test(url.pathname) || url.search || url.hash) return `must end with the host. Write ${url.origin}.`
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    return 'must begin with https:// unless the store runs on this machine: files and signatures would be open on the way.'
}
