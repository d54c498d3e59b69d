/** Reads what a provider of OpenID Connect says of somebody: who they are there, their address and their groups. */
import { cleanText, withoutTurns } from '../clean-text.ts'
import type { OpenidSettings } from './settings.ts'

export interface OpenidIdentity {
  /** The provider's own name. */
  issuer: string
  /** The provider and the person there, who keeps this for good; an address may change hands. */
  subject: string
  email: string
  isVerified: boolean
  /** Empty where the provider does not say it. */
  name: string
  locale: string
  groups: string[]
}

type Claims = Record<string, unknown>

/** Returns who somebody is, from claims that have been checked. Throws where they name nobody. */
export function readIdentity(claims: Claims, settings: OpenidSettings): OpenidIdentity {
  const { iss, sub, email_verified: verified } = claims
  if (typeof iss !== 'string' || typeof sub !== 'string' || !sub) throw new Error('the claims name nobody')
  return {
    issuer: iss,
    subject: `${iss} ${sub}`,
    email: textOf(claims.email),
    // Some providers write it as a text.
    isVerified: verified === true || verified === 'true' || (verified === undefined && settings.trustsAddresses),
    name: textOf(claims.name) || [claims.given_name, claims.family_name].map(textOf).filter(Boolean).join(' '),
    locale: textOf(claims.locale),
    groups: groupsIn(claimAt(claims, settings.groupsClaim)),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? withoutTurns(cleanText(value)).trim() : '')

/** Returns a claim by its name, which may have dots in it, else by a path: `realm_access.roles`. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let value: unknown = claims
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Claims)[step]
  }
  return value
}

const groupsIn = (value: unknown): string[] => [value].flat().filter((group) => typeof group === 'string')
