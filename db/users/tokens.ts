/** Secrets that open something for whoever holds them. Only their hashes are stored, so a leaked database opens nothing. */
import { createHash, randomBytes } from 'node:crypto'

/** A new secret that fits in an address: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
