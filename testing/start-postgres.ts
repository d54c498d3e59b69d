/** Starts a PostgreSQL server of its own, where one is installed. */
import { execFileSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The oldest version there is everything on. */
export const oldest = 15

/** Returns the folder of the newest server that is installed. */
export function installedPostgres(): string | undefined {
  const found = globSync('/usr/{lib/postgresql/*,pgsql-*,local/pgsql,local}/bin/initdb').map((path) => ({
    folder: path.slice(0, -'/initdb'.length),
    version: Number(/(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1] ?? 0),
  }))
  return found.filter(({ version }) => version >= oldest).sort((a, b) => b.version - a.version)[0]?.folder
}

/** PostgreSQL does not run as root, so root lets the user that its package has made. */
const asItsUser = (): string[] => (process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [])

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export interface Postgres {
  url: string
  /** Takes it away as a power cut does. What was committed is there when it is back. */
  cut(): void
  /** Brings it back, where it was. */
  restore(): void
  end(): void
}

/** Starts a server with its data in a new folder. */
export async function startPostgres(bin: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'pressrum-postgres-'))
  const [user, group] = ['-u', '-g'].map((which) =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })),
  )
  if (asItsUser().length) chownSync(folder, user ?? 0, group ?? 0)
  const run = (program: string, ...args: string[]) => {
    const [command = '', ...rest] = [...asItsUser(), join(bin, program), ...args]
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  const data = join(folder, 'data')
  const port = await freePort()
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`
  let isThere = false
  const cut = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    isThere = false
  }
  const restore = () => {
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
    isThere = true
  }
  restore()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    cut,
    restore,
    end() {
      if (isThere) cut()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
