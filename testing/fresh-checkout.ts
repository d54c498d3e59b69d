/**
 * Proves what README promises whoever runs Pressrum, on a checkout of its own: `NODE_ENV=production npm ci && npm start`
 * has all that a build needs, changes no source and installs nothing more, and what it has built is served by another
 * user, who may write nothing but the data directory. The checkout has a language more, and is left for the test of that.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { addFinnish, builtCheckout, clearBuiltCheckout, labelCheckout } from '../e2e/support/finnish.ts'
import { freePort } from '../e2e/support/server.ts'

const root = join(import.meta.dirname, '..')
const checkout = join(builtCheckout, 'pressrum')
const dataDirs = ['data', 'data-of-another'].map((name) => join(builtCheckout, name))
const environment = { ...process.env, NODE_ENV: 'production' as const }
/** A user who owns nothing, where this program may choose one. Else it is the same user, with the tree read-only. */
const somebodyElse = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Copies what git knows, and what is new, as a clone would have it after the next commit. */
function checkOut() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const path of listed.toString().split('\0').filter(Boolean)) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(checkout, path))
  }
}

/** A hash of each file, but for those that npm and a build are there to make. */
function hashes(): Map<string, string> {
  const made = new Set(['node_modules', '.next', 'next-env.d.ts'])
  const files = globSync('**/*', { cwd: checkout, withFileTypes: true, exclude: ({ name }) => made.has(name) })
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  // What npm has installed is known by the list it keeps.
  const installed = join(checkout, 'node_modules/.package-lock.json')
  return new Map(
    [...paths, installed].map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

function requireSame(before: Map<string, string>) {
  const after = hashes()
  const changed = [...after.keys(), ...before.keys()].filter((path) => before.get(path) !== after.get(path))
  if (changed.length) throw new Error(`This was changed: ${[...new Set(changed)].join(', ')}`)
}

/** Runs `npm start` until its pages answer, stops it, and returns what it has said. */
async function start(dataDir: string, user: { uid: number; gid: number } | undefined): Promise<string> {
  mkdirSync(dataDir)
  if (user) chownSync(dataDir, user.uid, user.gid)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...environment, DATA_DIR: dataDir, PORT: `${port}`, PUBLIC_URL: url, HOME: dataDir }
  const child = spawn('npm', ['start'], { cwd: checkout, env, ...user })
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  try {
    const end = Date.now() + 300_000
    while (!(await answers(`${url}/readyz`, 200))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`It did not start:\n${said}`)
      await wait(100)
    }
    // Nobody has set it up: readers are told so, and members could sign in.
    const isServed = (await answers(url, 503)) && (await answers(`${url}/sign-in`, 200))
    if (!isServed) throw new Error(`Its pages do not answer:\n${said}`)
  } finally {
    child.kill('SIGTERM')
    await ended
  }
  return said
}

const answers = (url: string, status: number): Promise<boolean> =>
  fetch(url).then(
    (response) => response.status === status,
    () => false,
  )

clearBuiltCheckout()
try {
  checkOut()
  addFinnish(checkout)
  say('NODE_ENV=production npm ci')
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['ci', ...options], { cwd: checkout, env: environment, stdio: 'inherit' })
  const before = hashes()
  const [dataDir = '', dataOfAnother = ''] = dataDirs
  say('npm start')
  await start(dataDir, undefined)
  requireSame(before)
  say(`npm start, as ${somebodyElse ? 'another user' : 'the same user'}, who may not write there`)
  chmodSync(builtCheckout, 0o755)
  execFileSync('chmod', ['-R', 'a-w', checkout])
  const said = await start(dataOfAnother, somebodyElse)
  if (said.includes('Building')) throw new Error(`It has been built, and was built again:\n${said}`)
  requireSame(before)
  for (const data of dataDirs) rmSync(data, { recursive: true })
  labelCheckout()
  say('Nothing was written but the build and the data.')
} catch (error) {
  clearBuiltCheckout()
  throw error
}
