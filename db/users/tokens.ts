/**
 * Makes secrets that open something for whoever holds them. Only their hashes are stored, so a leaked database opens
 * nothing.
 */
import { createHash, randomBytes } from 'node:crypto'

/** Returns a new secret of 256 bits that fits in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
