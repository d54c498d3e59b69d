/**
 * `npm run test:varnish` tries a newsroom with Varnish in front, as docs/varnish.vcl has it: a publication is seen through it
 * within a second, and readers are served while the newsroom is stopped. It is not part of `npm test`. On a machine without
 * Varnish, or without its package varnish-modules, it says so, and nothing is tried.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, root, runNode, startServer } from '../e2e/support/server.ts'

const program = ['varnishd', '/usr/sbin/varnishd'].find((name) => spawnSync(name, ['-V']).status === 0)
const { stderr } = spawnSync(program ?? 'true', ['-C', '-f', join(root, 'docs/varnish.vcl')], { encoding: 'utf8' })
if (!program || stderr?.includes('Could not find VMOD')) {
  process.stdout.write('There is no Varnish here, or not its package varnish-modules, so nothing was tried with it.\n')
  process.exit(0)
}

const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-varnish-'))
const [port, varnishPort] = [await freePort(), await freePort()]
const front = `http://127.0.0.1:${varnishPort}`
const environment = {
  PUBLIC_URL: front,
  CDN_MAX_AGE: '3600',
  PURGE_URL: `${front}/`,
  PURGE_STYLE: 'varnish',
}

function startVarnish() {
  const rules = join(dataDir, 'newsroom.vcl')
  writeFileSync(rules, readFileSync(join(root, 'docs/varnish.vcl'), 'utf8').replace('"3000"', `"${port}"`))
  const place = mkdtempSync(join(tmpdir(), 'pressrum-varnishd-'))
  execFileSync('chmod', ['755', place, dataDir])
  const args = ['-F', '-j', 'none', '-a', `127.0.0.1:${varnishPort}`, '-f', rules, '-n', place, '-s', 'malloc,32m']
  const child = spawn(program ?? '', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return async () => {
    if (child.exitCode === null) {
      child.kill()
      await once(child, 'close')
    }
    rmSync(place, { recursive: true, force: true })
  }
}

async function read(path: string) {
  const answer = await fetch(front + path)
  return { status: answer.status, age: Number(answer.headers.get('age') ?? 0), text: await answer.text() }
}

/** How long it is until a condition holds, in milliseconds. */
async function until(what: string, holds: () => Promise<boolean>): Promise<number> {
  const began = performance.now()
  while (!(await holds().catch(() => false))) {
    if (performance.now() - began > 20_000) throw new Error(`never: ${what}`)
    await wait(20)
  }
  return performance.now() - began
}

await runNode(['cli.ts', 'seed', '--picture-width', '200'], { DATA_DIR: dataDir })
const server = await startServer(dataDir, environment, port)
const endVarnish = startVarnish()
try {
  await until('Varnish serves', async () => (await read('/nyheter')).status === 200)
  await until('what was queued at the start is over', async () => {
    await wait(5_000)
    return true
  })
  for (let visit = 0; visit < 3; visit++) await read('/nyheter')
  await wait(1_100)
  assert.ok((await read('/nyheter')).age >= 1, 'the list is kept')

  process.env.DATA_DIR = dataDir
  const { createRelease, emptyDraft } = await import('#db/releases.ts')
  const { publishRelease } = await import('#db/releases/publication.ts')
  const { getDraft, saveDraft } = await import('#db/releases/revisions.ts')
  const { listUsers } = await import('#db/users.ts')
  const { closeDatabase } = await import('#db/engine.ts')
  const owner = (await listUsers()).find(({ role }) => role === 'owner')
  assert.ok(owner, 'the newsroom has an owner')
  const by = { actor: owner, now: new Date() }
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const draft = { ...emptyDraft('news'), title: 'Sett genom Varnish', slug: 'sett-genom-varnish', lead: ['Ett prov.'] }
  const { version = 0 } = (await getDraft(id)) ?? {}
  const saved = await saveDraft(id, draft, { ...by, baseVersion: version, reason: 'save' })
  await publishRelease(id, { ...by, baseVersion: saved.version, at: null })
  await closeDatabase()
  const seen = await until('the publication is seen', async () =>
    (await read('/nyheter')).text.replaceAll('\u00ad', '').includes('Sett genom Varnish'),
  )
  process.stdout.write(`A publication is seen through Varnish after ${Math.round(seen)} ms.\n`)
  assert.ok(seen <= 1_000, 'a publication is seen within a second')

  // What waits for its time is seen by whoever has its link, and is kept for nobody.
  const { createPreviewLink } = await import('#db/releases/preview-links.ts')
  const { createEmbargoLink } = await import('#db/embargo/links.ts')
  const waiting = await createRelease({ language: 'sv', kind: 'news' }, by)
  const secret = { ...draft, title: 'Vattnet stiger', slug: 'vattnet-stiger' }
  const { version: first = 0 } = (await getDraft(waiting)) ?? {}
  const kept = await saveDraft(waiting, secret, { ...by, baseVersion: first, reason: 'save' })
  const at = new Date(Date.now() + 86_400_000)
  await publishRelease(waiting, { ...by, baseVersion: kept.version, at })
  const preview = await createPreviewLink(waiting, { name: 'Gäst', days: 7 }, by)
  const embargo = await createEmbargoLink(waiting, { name: 'Gäst', days: 7, way: 'link' }, by)
  await closeDatabase()
  for (const path of [`/preview/${preview.token}`, `/embargo/${embargo.token}`]) {
    for (let visit = 0; visit < 3; visit++) {
      const { status, age } = await read(path)
      assert.deepEqual([status, age], [200, 0], `${path} is asked for each time`)
    }
  }
  for (const path of ['/', '/nyheter', '/feed.xml', '/sitemap.xml', '/api/v1/releases', '/sok?q=stiger'])
    assert.ok(!(await read(path)).text.includes('vattnet-stiger'), `${path} has nothing of it`)
  assert.equal((await read('/nyheter/vattnet-stiger')).status, 404)
  process.stdout.write('What is under embargo is kept nowhere.\n')

  await wait(5_000)
  await read('/nyheter')
  await server.stop()
  for (let visit = 0; visit < 20; visit++) {
    assert.equal((await read('/nyheter')).status, 200, 'readers are served while the newsroom is stopped')
    await wait(200)
  }
  process.stdout.write('With the newsroom stopped, readers are served.\n')
} finally {
  await endVarnish()
  await server.stop().catch(() => {})
  rmSync(dataDir, { recursive: true, force: true })
}
