/**
 * The published examples of “Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk
 * (AWS Signature Version 4)” in Amazon's reference of S3.
 */
import { expect, test } from 'vitest'
import { type S3Request, signedHeaders } from './s3-signature.ts'

const keys = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
}
const now = new Date('2013-05-24T00:00:00Z')
const at = (path: string) => new URL(path, 'https://examplebucket.s3.amazonaws.com')

const examples: [string, S3Request, string, string][] = [
  [
    'GET Object',
    { method: 'GET', url: at('/test.txt'), headers: { range: 'bytes=0-9' } },
    'host;range;x-amz-content-sha256;x-amz-date',
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT Object',
    {
      method: 'PUT',
      url: at('/test$file.text'),
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      },
    },
    'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'GET Bucket Lifecycle',
    { method: 'GET', url: at('/?lifecycle') },
    'host;x-amz-content-sha256;x-amz-date',
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'List Objects',
    { method: 'GET', url: at('/?max-keys=2&prefix=J') },
    'host;x-amz-content-sha256;x-amz-date',
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
]

test.each(examples)('the published example “%s” is signed as Amazon has it', async (_, request, covered, signature) => {
  const { authorization } = await signedHeaders(request, keys, now)
  expect(authorization).toBe(
    `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=${covered}, Signature=${signature}`,
  )
})

test('the token of keys that last a while is sent and covered', async () => {
  const headers = await signedHeaders({ method: 'GET', url: at('/') }, { ...keys, sessionToken: 'a-token' }, now)
  expect(headers['x-amz-security-token']).toBe('a-token')
  expect(headers.authorization).toContain('x-amz-security-token,')
})
