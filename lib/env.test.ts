import { afterEach, expect, test } from 'vitest'
import { env, environmentTrouble } from './env.ts'

const before = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

function troubleWith(values: Record<string, string>): string | undefined {
  Object.assign(process.env, values)
  return environmentTrouble()
}

test.each([
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'http://mail.example.org'],
  ['SMTP_URL', 'smtp://'],
  ['SMTP_URL', 'smtp://news:secret#@mail.example.org'],
  ['SMTP_URL', 'smtp://news:sec/ret@mail.example.org'],
  ['SMTP_URL', 'smtp://news:secret?@mail.example.org'],
  ['SMTP_URL', 'smtp://news:100%@mail.example.org'],
  ['SMTP_URL', 'smtp://mail.example.org/?tls=no'],
  ['DATABASE_URL', 'mysql://news:secret@db.example.org/newsroom'],
  ['DATABASE_URL', 'postgres://news:secret@db.example.org'],
  ['DATABASE_URL', 'postgres://news:secret#@db.example.org/newsroom'],
  ['DATABASE_URL', 'postgres://news:secret@localhost/newsroom?options=-c%20search_path%3Dother'],
  ['DATABASE_URL', 'postgres://news:100%@localhost/newsroom'],
  ['MAIL_FROM', 'Press <press@example.org>'],
  ['WEBSUB_HUB', 'hub.example'],
  ['WEBSUB_HUB', 'ftp://hub.example'],
  ['WEBSUB_HUB', 'https://me:secret@hub.example'],
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['PORT', '0x50'],
  ['HOST', 'http://0.0.0.0'],
  ['HOST', '0.0.0.0:3000'],
  ['HOST', '999.0.0.1'],
  ['HOST', 'not a host'],
  ['PUBLIC_URL', 'news.example.org'],
  ['PUBLIC_URL', 'ftp://news.example.org'],
  ['PUBLIC_URL', 'https://news.example.org/press'],
  ['PUBLIC_URL', 'https://news.example.org/?a=b'],
  ['PUBLIC_URL', 'https://news.example.org/#top'],
  ['PUBLIC_URL', 'https://kim:secret@news.example.org'],
  ['MEDIA_URL', 'https://press.s3.amazonaws.com'],
  ['MEDIA_URL', 's3://id:secret@press'],
  ['TRUSTED_PROXY', '10.0.0.1'],
  ['LOG_LEVEL', 'verbose'],
  ['OIDC_ISSUER', 'login.example.org'],
  ['OIDC_ISSUER', 'http://login.example.org'],
  ['OIDC_ISSUER', 'http://127.0.0.1.example.org'],
  ['OIDC_ISSUER', 'https://kim:secret@login.example.org'],
  ['OIDC_ISSUER', 'https://login.example.org/?realm=press'],
  ['OIDC_ISSUER', 'https://login.example.org/.well-known/openid-configuration'],
  ['OIDC_NAME', 'x'.repeat(61)],
  ['OIDC_SCOPE', 'email profile'],
  ['OIDC_ROLES', 'press'],
  ['OIDC_ROLES', 'press=boss'],
  ['OIDC_ROLES', '=editor'],
  ['OIDC_ROLES', 'press=editor, chiefs=owner'],
  ['OIDC_NEW_MEMBERS', 'owner'],
  ['OIDC_NEW_MEMBERS', 'yes please'],
  ['OIDC_TRUST_EMAIL', 'sometimes'],
  ['OIDC_PASSWORDS', 'owners'],
])('%s cannot be %s, which is said without a password', (name, value) => {
  expect(troubleWith({ [name]: value })).toMatch(new RegExp(`^${name} must `))
  expect(environmentTrouble()).not.toMatch(/sec\/?ret|100%/)
})

test('an address with a path is answered with the one it should be', () => {
  expect(troubleWith({ PUBLIC_URL: 'https://news.example.org/press' })).toContain('Write https://news.example.org.')
})

test.each([
  ['PORT', '0'],
  ['HOST', '::1'],
  ['HOST', '0.0.0.0'],
  ['HOST', 'localhost'],
  ['HOST', 'news-1.internal'],
  ['PUBLIC_URL', 'https://news.example.org'],
  ['PUBLIC_URL', 'https://news.example.org/'],
  ['PUBLIC_URL', 'http://127.0.0.1:3000'],
  ['PUBLIC_URL', 'https://pressrum.åmål.se'],
  ['TRUSTED_PROXY', 'True'],
  ['TRUSTED_PROXY', '0'],
  ['LOG_LEVEL', 'WARN'],
  ['SMTP_URL', ''],
])('%s can be "%s"', (name, value) => {
  expect(troubleWith({ [name]: value })).toBeUndefined()
})

test.each([
  ['HTTPS://News.Example.org:443/', 'https://news.example.org'],
  ['https://pressrum.åmål.se', 'https://pressrum.xn--ml-xiab.se'],
  ['http:/127.0.0.1:3000//', 'http://127.0.0.1:3000'],
])('readers use PUBLIC_URL=%s as browsers write it', (given, address) => {
  expect(troubleWith({ PUBLIC_URL: given })).toBeUndefined()
  expect([env.publicUrl, env.publicOrigin]).toEqual([address, address])
})

test.each([
  ['PUBLICURL', 'PUBLIC_URL'],
  ['PUBLIC_URI', 'PUBLIC_URL'],
  ['public_url', 'PUBLIC_URL'],
  ['DATADIR', 'DATA_DIR'],
  ['DATA_DIRS', 'DATA_DIR'],
  ['SMPT_URL', 'SMTP_URL'],
  ['MEDIA_URI', 'MEDIA_URL'],
  ['TRUST_PROXY', undefined],
  ['TRUSTED_PROXIES', undefined],
  ['TRUSTEDPROXY', 'TRUSTED_PROXY'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['PRESSRUM_PORT', 'PORT'],
  ['PRESSRUM_DATA_DIR', 'DATA_DIR'],
  ['PRESSRUM_THEME', undefined],
  ['SMTP_PASSWORD', undefined],
  ['MAIL_HOST', undefined],
  ['OIDC_CLIENTID', 'OIDC_CLIENT_ID'],
  ['OIDC_ISSUER_URL', undefined],
])('%s looks like a variable of ours and is refused', (name, meant) => {
  const said = troubleWith({ [name]: 'x' })
  expect(said).toMatch(new RegExp(`^${name} is no variable of Pressrum's\\.`))
  if (meant) expect(said).toContain(`Is ${meant} meant?`)
})

test.each([
  ['HOSTNAME', 'web-1'],
  ['MAIL', '/var/mail/root'],
  ['LOGNAME', 'kim'],
  ['PORTS', '3000'],
  ['HOME', '/root'],
  ['PRESSRUM_SERVICE_HOST', '10.0.0.4'],
  ['PRESSRUM_PORT', 'tcp://10.0.0.4:3000'],
  ['PRESSRUM_PORT_3000_TCP_ADDR', '10.0.0.4'],
  ['NODE_ENV', 'production'],
  ['AWS_REGION', 'eu north'],
  ['AWS_PROFILE', 'press'],
  ['AWS_ENDPOINT_URL_SQS', 'nowhere'],
  ['DATABASE_URL_OF_ANOTHER', 'x'],
])('%s is somebody else’s', (name, value) => {
  expect(troubleWith({ [name]: value })).toBeUndefined()
})

test('what the store is follows from several variables, and changes with each', () => {
  expect(troubleWith({ MEDIA_URL: 's3://press', AWS_ACCESS_KEY_ID: 'id' })).toBe(
    'AWS_SECRET_ACCESS_KEY is missing, which MEDIA_URL needs.',
  )
  expect(env.mediaStore).toBeUndefined()
  expect(troubleWith({ AWS_SECRET_ACCESS_KEY: 'a', AWS_REGION: 'eu-north-1' })).toBeUndefined()
  expect(env.mediaStore).toMatchObject({ bucket: 'press', region: 'eu-north-1', secretAccessKey: 'a' })
  process.env.AWS_SECRET_ACCESS_KEY = 'b'
  expect(env.mediaStore).toMatchObject({ secretAccessKey: 'b' })
})

const provider = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'press', OIDC_CLIENT_SECRET: 'secret' }

test.each<[Record<string, string>, string]>([
  [{ OIDC_ISSUER: provider.OIDC_ISSUER, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID is missing, which OIDC_ISSUER needs.'],
  [{ ...provider, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET is missing, which OIDC_ISSUER needs.'],
  [{ OIDC_PASSWORDS: 'off' }, 'OIDC_ISSUER is missing, which OIDC_PASSWORDS needs.'],
  [{ ...provider, OIDC_GROUPS_CLAIM: 'teams' }, 'OIDC_ROLES is missing, which OIDC_GROUPS_CLAIM needs.'],
  [{ ...provider, OIDC_NEW_MEMBERS: 'groups' }, 'OIDC_ROLES is missing, which OIDC_NEW_MEMBERS=groups needs.'],
])('half of what a provider needs is refused', (values, said) => {
  expect(troubleWith(values)).toBe(said)
  if (!values.OIDC_CLIENT_SECRET) expect([env.openid, env.allowsPasswords]).toEqual([undefined, true])
})

test('what a provider needs makes the settings, with names of groups as directories write them', () => {
  expect(troubleWith(provider)).toBeUndefined()
  expect(env.openid).toMatchObject({
    name: 'login.example.org',
    roles: [],
    newMembers: 'nobody',
    groupsClaim: 'groups',
  })
  expect(env.allowsPasswords).toBe(true)
  const roles = 'cn=press,ou=groups=editor; /chiefs = owner;'
  expect(troubleWith({ OIDC_ROLES: roles, OIDC_PASSWORDS: 'OFF', OIDC_TRUST_EMAIL: '1' })).toBeUndefined()
  expect(env.openid?.roles).toEqual([
    { group: 'cn=press,ou=groups', role: 'editor' },
    { group: '/chiefs', role: 'owner' },
  ])
  expect([env.allowsPasswords, env.openid?.trustsAddresses]).toEqual([false, true])
  expect(troubleWith({ OIDC_ISSUER: 'http://localhost:8080/realms/press/' })).toBeUndefined()
})

test('a value that cannot be is as if it were not set', () => {
  Object.assign(process.env, { PORT: 'http', PUBLIC_URL: '', LOG_LEVEL: 'loud' })
  expect([env.port, env.publicUrl, env.logLevel]).toEqual([3000, 'http://localhost:3000', 'info'])
})
