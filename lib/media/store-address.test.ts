import { expect, test } from 'vitest'
import { readStore } from './store-address.ts'

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }
const amazon = { ...keys, AWS_REGION: 'eu-north-1' }

test.each([
  [
    's3://press',
    amazon,
    { bucket: 'press', prefix: '', endpoint: 'https://press.s3.eu-north-1.amazonaws.com', isPathStyle: false },
  ],
  ['s3://press/', amazon, { prefix: '' }],
  ['s3://press/a/b/', amazon, { prefix: 'a/b/' }],
  ['s3://press.example.org', amazon, { endpoint: 'https://s3.eu-north-1.amazonaws.com', isPathStyle: true }],
  [
    's3://press',
    { ...keys, AWS_DEFAULT_REGION: 'cn-north-1' },
    { endpoint: 'https://press.s3.cn-north-1.amazonaws.com.cn' },
  ],
  [
    's3://press',
    { ...amazon, AWS_ENDPOINT_URL: 'https://s3.example.org' },
    { endpoint: 'https://s3.example.org', isPathStyle: true },
  ],
  [
    's3://press',
    { ...keys, AWS_ENDPOINT_URL: 'https://aws.example.org', AWS_ENDPOINT_URL_S3: 'https://s3.example.org:9000/' },
    { endpoint: 'https://s3.example.org:9000', region: 'us-east-1' },
  ],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 'http://localhost:9000' }, { endpoint: 'http://localhost:9000' }],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 'http://[::1]:9000' }, { endpoint: 'http://[::1]:9000' }],
  ['s3://press', { ...amazon, AWS_SESSION_TOKEN: 'a' }, { sessionToken: 'a' }],
])('%s with %j is a store', (url, given, expected) => {
  expect(readStore(url, given)).toMatchObject(expected)
})

test.each([
  ['https://press.s3.amazonaws.com', amazon, 'MEDIA_URL must look like s3://bucket'],
  ['s3://', amazon, 'MEDIA_URL must look'],
  ['s3://Press', amazon, 'MEDIA_URL must look'],
  ['s3://press..a', amazon, 'MEDIA_URL must look'],
  ['s3://id:secret@press', amazon, 'MEDIA_URL must look'],
  ['s3://press/../other', amazon, 'MEDIA_URL must look'],
  ['s3://press/a//b', amazon, 'MEDIA_URL must look'],
  ['s3://press?region=x', amazon, 'MEDIA_URL must look'],
  ['s3://press/å', amazon, 'MEDIA_URL must look'],
  ['s3://press', {}, 'AWS_ACCESS_KEY_ID is missing'],
  ['s3://press', { AWS_ACCESS_KEY_ID: 'id' }, 'AWS_SECRET_ACCESS_KEY is missing'],
  ['s3://press', { ...amazon, AWS_ACCESS_KEY_ID: 'i\nd' }, 'AWS_ACCESS_KEY_ID holds a space, a line end'],
  ['s3://press', { ...amazon, AWS_SECRET_ACCESS_KEY: 'sécret' }, 'AWS_SECRET_ACCESS_KEY holds a space, a line end'],
  ['s3://press', keys, 'AWS_REGION is missing'],
  ['s3://press', { ...keys, AWS_REGION: 'eu north' }, 'AWS_REGION must be'],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 's3.example.org' }, 'AWS_ENDPOINT_URL_S3 must be an address'],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL: 'ftp://s3.example.org' }, 'AWS_ENDPOINT_URL must be an address'],
  [
    's3://press',
    { ...keys, AWS_ENDPOINT_URL_S3: 'https://id:secret@s3.example.org' },
    'AWS_ENDPOINT_URL_S3 must not hold',
  ],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 'https://s3.example.org/press' }, 'Write https://s3.example.org.'],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 'http://s3.example.org' }, 'must begin with https://'],
  ['s3://press', { ...keys, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1.example.org' }, 'must begin with https://'],
])('%s with %j is refused in a sentence without a secret', (url, given, said) => {
  const trouble = readStore(url, given)
  expect(trouble).toContain(said)
  expect(trouble).toMatch(/\.$/)
  expect(trouble).not.toMatch(/secret(?!_)/)
})
