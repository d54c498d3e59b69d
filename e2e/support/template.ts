/** Makes the example newsroom once a day and version. Each worker then serves a copy of it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildVersion, isBuilt } from '../../server/next-build.ts'
import { moveExample } from './database.ts'
import { root, runNode } from './server.ts'

/** Where the made newsroom lies: one per checkout, so that two of them never share it. */
export const templateDir = join(tmpdir(), `pressrum-e2e-${Buffer.from(root).toString('base64url').slice(-24)}`)

export default async function makeTemplate(): Promise<void> {
  if (!isBuilt(root)) {
    const failure = await build(root)
    if (failure !== undefined) throw new Error(failure)
  }
  // What it is made from, and the day, because some of its texts go out in days to come.
  const made = `${buildVersion(root)} ${new Date().toDateString()}`
  const label = join(templateDir, 'made-from')
  if (!existsSync(label) || readFileSync(label, 'utf8') !== made) {
    rmSync(templateDir, { recursive: true, force: true })
    await runNode(['cli.ts', 'seed', '--picture-width', '640'], { DATA_DIR: templateDir, DATABASE_URL: '' })
    writeFileSync(label, made)
  }
  await moveExample(templateDir)
}
