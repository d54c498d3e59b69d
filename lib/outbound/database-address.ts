/** Reads which database `DATABASE_URL` names. */
import { isThisMachine } from '../http/this-machine.ts'

/** The parameters that say where the server is, who asks and how it is known. Others would stand in the place of our own. */
const parameters = ['host', 'port', 'user', 'password', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']
const modes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** Returns the address, where a server's socket may stand in the host's place, as a name may before nothing. */
function parsed(text: string): URL | null {
  return URL.parse(text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/i, '$1localhost'))
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Returns what is wrong with the address of a database, as the end of a sentence that repeats nothing secret. */
export function databaseTrouble(text: string): string | undefined {
  const url = parsed(text)
  if (
    !url ||
    !/^postgres(?:ql)?:$/.test(url.protocol) ||
    url.hash ||
    !/^\/[^/]+$/.test(url.pathname) ||
    url.hostname.includes(',') ||
    ![url.username, url.password, url.hostname, url.pathname].every(isDecodable)
  )
    return 'must look like postgres://user:password@db.example.org:5432/newsroom, with signs such as @, :, # and % in the password as %40, %3A, %23 and %25.'
  const unknown = url.searchParams.keys().find((name) => !parameters.includes(name))
  if (unknown !== undefined) return `must not hold ${unknown}, only ${inWords(parameters)}.`
  const mode = url.searchParams.get('sslmode')
  if (mode && !modes.includes(mode)) return `must have one of ${inWords(modes)} as sslmode.`
}

const inWords = (names: string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** The server's name, or the folder of its socket. */
const hostOf = (url: URL): string =>
  url.searchParams.getAll('host').at(-1) || decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '')

/**
 * Returns the address with what it leaves out: TLS to another machine is on, and checked, unless it says otherwise. A mode
 * that other programs take for less is as strict; `verify-ca` with a root does not ask for the server's name.
 */
export function wholeDatabaseAddress(text: string): string {
  const url = parsed(text) as URL
  const { searchParams } = url
  const host = hostOf(url)
  const mode = searchParams.get('sslmode')
  if (host === '') searchParams.set('host', 'localhost')
  else if (!mode && !host.startsWith('/') && !isThisMachine(host)) searchParams.set('sslmode', 'verify-full')
  if (mode === 'verify-ca' && searchParams.get('sslrootcert')) searchParams.set('uselibpqcompat', 'true')
  else if (mode && /^(?:prefer|require|verify-ca)$/.test(mode)) searchParams.set('sslmode', 'verify-full')
  return url.href
}

/** Returns the name of the database and of its server, as the operator knows them. */
export function databaseNames(address: string): { database: string; server: string } {
  const url = new URL(address)
  const host = hostOf(url)
  const port = url.searchParams.get('port') || url.port
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    database: decodeURIComponent(url.pathname.slice(1)),
    server: `${shown || 'this machine'}${port && `:${port}`}`,
  }
}
