/**
 * Reads how members sign in with the organisation's own account (OpenID Connect): the `OIDC_` variables, each by itself
 * and all together.
 */
import { z } from 'zod'
import { isThisMachine } from '../http/this-machine.ts'

/** The roles that a group can give: those of `db/types.ts`, from least to most. */
export const givenRoles = ['contributor', 'editor', 'owner'] as const
type GivenRole = (typeof givenRoles)[number]

/** Where the provider sends people back to: the address that is registered there, below `PUBLIC_URL`. */
export const openidReturn = '/api/auth/callback/oidc'

export interface OpenidSettings {
  /** The provider's address, as it names itself. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call the account: the name on the button. */
  name: string
  scope: string
  /** The claim that lists somebody's groups: its name, or the path to it. */
  groupsClaim: string
  /** Which groups give which role. Empty where roles are given in the newsroom alone. */
  roles: { group: string; role: GivenRole }[]
  /** Who becomes a member without an invitation: nobody, whoever has a group with a role, or anybody with this role. */
  newMembers: 'nobody' | 'groups' | GivenRole
  /** Whether an address of which the provider does not say that it is verified is believed. */
  trustsAddresses: boolean
  allowsPasswords: boolean
}

/** Returns what is wrong with the address of a provider, as the end of a sentence. */
function issuerTrouble(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address such as https://login.example.org.'
  if (url.username || url.password) return 'must not hold a name or a password.'
  if (url.search || url.hash) return 'must end with the path.'
  const [before] = text.split('/.well-known/')
  if (before !== text) return `must end before /.well-known. Write ${before}.`
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    return 'must begin with https:// unless the provider runs on this machine: whoever listens on the way could sign in as anybody.'
}

/** Reads `press=editor; cn=chiefs,ou=groups=owner`: pairs of a group and the role it gives, the role behind the last =. */
function readRoles(text: string): OpenidSettings['roles'] | undefined {
  const pairs = text
    .split(';')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => ({ group: pair.replace(/\s*=[^=]*$/, ''), role: /=\s*([^=]*)$/.exec(pair)?.[1] }))
  const isMeant = ({ group, role }: (typeof pairs)[number]) =>
    group !== '' && givenRoles.some((known) => known === role) && !/=\s*(?:contributor|editor|owner)\s*[,|]/.test(group)
  return pairs.length > 0 && pairs.every(isMeant) ? (pairs as OpenidSettings['roles']) : undefined
}

const text = z.string()
const onOrOff = (means: string) => z.stringbool({ error: `must be on or off: ${means}` })

/** The schema of each variable by its name. An error says what is wrong, and never repeats a secret. */
export const openidVariables = {
  OIDC_ISSUER: text.superRefine((value, context) => {
    const trouble = issuerTrouble(value)
    if (trouble) context.addIssue({ code: 'custom', message: trouble })
  }),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text.max(60, 'must be a short name: it stands on a button.'),
  OIDC_SCOPE: text.refine(
    (value) => value.split(/\s+/).includes('openid'),
    'must be words with spaces between them, and openid one of them.',
  ),
  OIDC_GROUPS_CLAIM: text,
  OIDC_ROLES: text.transform((value, context) => {
    const roles = readRoles(value)
    if (roles) return roles
    const message = `must be pairs such as press=editor; chiefs=owner, of a group and one of ${givenRoles.join(', ')}.`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
  OIDC_NEW_MEMBERS: z.enum(['nobody', 'groups', 'contributor', 'editor'], {
    error: 'must be nobody, groups, contributor or editor. An owner is made by a group, an invitation or a command.',
  }),
  OIDC_TRUST_EMAIL: onOrOff('whether an address that the provider does not call verified is believed.'),
  OIDC_PASSWORDS: onOrOff('whether members may sign in with a password too.'),
}

type Name = keyof typeof openidVariables
export type OpenidValues = { [N in Name]?: z.output<(typeof openidVariables)[N]> | undefined }

/** Puts together what the variables say. Undefined where no provider is named, or not all that it needs. */
export function openidSettings(values: OpenidValues): OpenidSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  if (!issuer || !clientId || !clientSecret) return undefined
  return {
    issuer,
    clientId,
    clientSecret,
    name: values.OIDC_NAME ?? new URL(issuer).hostname,
    scope: values.OIDC_SCOPE ?? 'openid email profile',
    groupsClaim: values.OIDC_GROUPS_CLAIM ?? 'groups',
    roles: values.OIDC_ROLES ?? [],
    newMembers: values.OIDC_NEW_MEMBERS ?? 'nobody',
    trustsAddresses: values.OIDC_TRUST_EMAIL ?? false,
    allowsPasswords: values.OIDC_PASSWORDS ?? true,
  }
}

/** Returns what is missing beside the variables that are set, each of them valid, in a sentence for the operator. */
export function missingOpenid(values: OpenidValues): string | undefined {
  const isGiven = (name: Name) => values[name] !== undefined
  const first = (Object.keys(openidVariables) as Name[]).find(isGiven)
  if (!first) return undefined
  const missing = (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).find((name) => !isGiven(name))
  if (missing) return `${missing} is missing, which ${first} needs.`
  if (values.OIDC_ROLES) return undefined
  if (isGiven('OIDC_GROUPS_CLAIM')) return 'OIDC_ROLES is missing, which OIDC_GROUPS_CLAIM needs.'
  if (values.OIDC_NEW_MEMBERS === 'groups') return 'OIDC_ROLES is missing, which OIDC_NEW_MEMBERS=groups needs.'
}
