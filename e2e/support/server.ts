/** The built server as the operator starts it: a process of its own, on a data directory and a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import packageJson from '../../package.json' with { type: 'json' }

export const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/.bin/node')
/** How `npm start` runs the server. */
const [, settings = '', serverArguments = ''] = /^exec env (.*?) ?node (.*)$/.exec(packageJson.scripts.start) ?? []
const serverSettings = Object.fromEntries(settings.split(' ').map((setting) => setting.split('=')))

export interface RunningServer {
  url: string
  dataDir: string
  /** What it has written to the terminal so far. */
  said(): string
  process: ChildProcess
  /** Tells it to stop and resolves to its exit code. */
  stop(): Promise<number | null>
}

/**
 * The lines that a server has written since it had written `before`, apart from the check of the audit log: that runs in
 * the minute after a start and once a day, whatever is asked of the server.
 */
export const saidSince = (server: RunningServer, before: string): string[] =>
  server
    .said()
    .slice(before.length)
    .split('\n')
    .filter((line) => line && !line.includes('audit log'))

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** How `npm run pressrum` runs a program. */
const preload = ['--import', './server/preload.ts']

/** Runs a program of the project to its end. Rejects with what it said if it fails. */
export async function runNode(args: string[], env: Record<string, string>): Promise<string> {
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: 'pipe' } as const
  const child = spawn(node, [...preload, ...args], options)
  const said = listen(child)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${said()}`)
  return said()
}

/**
 * Starts the server and resolves when it is ready to be asked. A port is named when it is to be found where it was, and
 * a checkout when it is not this one that is served.
 */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
  port?: number,
  checkout = root,
): Promise<RunningServer> {
  port ??= await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(node, serverArguments.split(' '), {
    cwd: checkout,
    env: {
      ...process.env,
      ...serverSettings,
      DATA_DIR: dataDir,
      PORT: `${port}`,
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = listen(child)
  const ended = once(child, 'close')
  await untilReady(url, child, said)
  return {
    url,
    dataDir,
    said,
    process: child,
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      return code
    },
  }
}

function listen(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  return () => said
}

async function untilReady(url: string, child: ChildProcess, said: () => string) {
  const end = Date.now() + 240_000
  while (Date.now() < end && child.exitCode === null) {
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await wait(25)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not become ready:\n${said()}`)
}
