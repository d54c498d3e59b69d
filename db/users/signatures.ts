/** Signs words with the newsroom's secret, so that what is in an address needs to be stored nowhere. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { newsroomSecret } from '#lib/http/secret.ts'

/** Returns the signature of some words. Those of different kinds must not be able to read alike. */
export const signatureOf = (words: string): string => createHmac('sha256', newsroomSecret()).update(words).digest('hex')

/** Whether a signature, of 64 hexadecimal digits, is that of these words. */
export const isSigned = (words: string, signature: string): boolean =>
  /^[0-9a-f]{64}$/.test(signature) && timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(words)))
