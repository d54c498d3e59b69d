/** Thrown when a store does not do what it is asked. The message says why, as the end of a sentence. */
export class StoreFailure extends Error {
  /** The HTTP status, where it has answered. */
  readonly status: number | undefined
  /** What it calls the reason itself, such as `NoSuchBucket`. */
  readonly code: string
  /** The region in which the bucket lies, where the store says so. */
  readonly region: string | undefined

  constructor(
    message: string,
    { status, code = '', region }: { status?: number; code?: string; region?: string } = {},
  ) {
    super(message)
    this.name = 'StoreFailure'
    this.status = status
    this.code = code
    this.region = region
  }

  /** Whether it may be otherwise in a moment. */
  get isPassing(): boolean {
    return this.isAway || (this.status ?? 0) >= 500
  }

  /** Whether the store is not there for any request, or too busy: a 500 may be about one file alone. */
  get isAway(): boolean {
    return this.status === undefined || [429, 502, 503, 504].includes(this.status)
  }
}

/** Returns the failure for a connection that could not be made, or broke. */
export function unanswered(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  // A name with several addresses fails with an error for each and no message of its own.
  const reason = message || code || 'no connection'
  return new StoreFailure(`does not answer (${reason})`, { code })
}

const inTag = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]

/** Returns the failure that an answer tells of. */
export function failureIn(status: number, headers: Record<string, unknown>, body: string): StoreFailure {
  const code = inTag(body, 'Code') ?? ''
  const region = inTag(body, 'Region') ?? (headers['x-amz-bucket-region'] as string | undefined)
  return new StoreFailure(`answers ${[status, code].filter(Boolean).join(' ')}`, {
    status,
    code,
    ...(region && { region }),
  })
}

const certificate = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/
const keysRefused =
  /^(?:InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|TokenRefreshRequired|InvalidClientTokenId)$/

/** Says in a sentence for the operator why a store cannot be used, when something was wished of it at the start. */
export function whyUnusable(
  failure: StoreFailure,
  { host, bucket, region, wish }: { host: string; bucket: string; region: string; wish: string },
): string {
  const { code, status } = failure
  if (certificate.test(code))
    return `The certificate of ${host} is not to be trusted (${code}). NODE_EXTRA_CA_CERTS names an authority of your own.`
  if (code === 'EPROTO') return `${host} does not speak TLS at that port. Check AWS_ENDPOINT_URL_S3.`
  if (status === undefined) return `The store of files at ${host} ${failure.message}. Check AWS_ENDPOINT_URL_S3.`
  if (code === 'RequestTimeTooSkewed') return `The clock of this machine is not that of the store at ${host}.`
  if (keysRefused.test(code))
    return `The store at ${host} does not accept AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (${code}).`
  if (code === 'NoSuchBucket' || (status === 404 && wish === 'list'))
    return `There is no bucket ${bucket} at ${host}. Check MEDIA_URL.`
  if (failure.region && failure.region !== region)
    return `The bucket ${bucket} lies in the region ${failure.region}. Set AWS_REGION to it.`
  if (status === 403) return `The keys of AWS_ACCESS_KEY_ID may not ${wish} files in the bucket ${bucket} at ${host}.`
  return `The store at ${host} ${failure.message} to the wish to ${wish} files in the bucket ${bucket}.`
}
