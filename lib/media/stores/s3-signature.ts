import { AwsV4Signer } from 'aws4fetch'
import type { S3Address } from '../store-address.ts'

export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  url: URL
  headers?: Record<string, string>
}

type Keys = Pick<S3Address, 'region' | 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** The keys of the day that signatures are made with. */
const derived = new Map<string, ArrayBuffer>()

/**
 * Returns the headers of a request with Amazon's fourth signature. It covers every header given, and the content by its
 * hash in `x-amz-content-sha256`: without that header a request has no content.
 */
export async function signedHeaders(
  { method, url, headers = {} }: S3Request,
  { region, accessKeyId, secretAccessKey, sessionToken }: Keys,
  now: Date,
): Promise<Record<string, string>> {
  if (derived.size > 8) derived.clear()
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': emptyHash, ...headers },
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    datetime: now.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
    cache: derived,
  })
  return Object.fromEntries((await signer.sign()).headers)
}
