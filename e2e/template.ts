/** Makes the example newsroom once. Each worker then serves a copy of it. */
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from '../lib/next-build.ts'
import { root, runNode } from './server.ts'

/** Where the made newsroom lies: one per checkout, so that two of them never share it. */
export const templateDir = join(tmpdir(), `pressrum-e2e-${Buffer.from(root).toString('base64url').slice(-24)}`)

export default async function makeTemplate(): Promise<void> {
  if (!isBuilt(root)) {
    const failure = await build(root)
    if (failure !== undefined) throw new Error(failure)
  }
  if (existsSync(templateDir)) rmSync(templateDir, { recursive: true })
  await runNode(['cli.ts', 'seed', '--picture-width', '640'], { DATA_DIR: templateDir })
}
