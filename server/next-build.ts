/** Builds the pages with Next, and knows whether a build fits the sources. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const sources = [
  'package.json',
  'package-lock.json',
  'next.config.js',
  'tsconfig.json',
  'instrumentation.ts',
  '{app,components,db,lib}/**/*.{ts,tsx,css,json,svg,ico,png}',
]

/**
 * The name of a build of the sources under `root`. It is a hash of their content and does not depend on when they were
 * written.
 */
export function buildVersion(root: string): string {
  const hash = createHash('sha256')
  // Some directories have names like files, since their names are addresses.
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 20)
}

/** Whether a finished build of exactly these sources lies under `root`. */
export function isBuilt(root: string): boolean {
  const version = join(root, '.next', 'BUILD_ID')
  // Next writes this file after all others.
  const last = join(root, '.next', 'prerender-manifest.json')
  return existsSync(version) && existsSync(last) && readFileSync(version, 'utf8') === buildVersion(root)
}

/**
 * Builds the pages. Resolves to undefined, or to what the build printed if it failed. Unlike the newsroom the build is
 * no secret: another user of the machine may serve it.
 */
export function build(root: string): Promise<string | undefined> {
  const mask = process.umask(0o022)
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.umask(mask)
  const said: Buffer[] = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? undefined : Buffer.concat(said).toString('utf8')))
  })
}
