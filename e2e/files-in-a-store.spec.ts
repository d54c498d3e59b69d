/** The library's files in an S3 store: moved there by the operator, served from there, and what happens while it is away. */
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startS3 } from '../testing/start-s3.ts'
import { expect, test } from './support/fixtures.ts'
import { runNode, startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { ask } from './support/studio-requests.ts'
import { templateDir } from './support/template.ts'

test('files are moved to a store, read and stored there, and pages stand without them while it is away', async () => {
  // Some hundred files are copied and read back.
  test.setTimeout(300_000)
  const [dataDir, storeDir] = ['data', 'store'].map((name) => mkdtempSync(join(tmpdir(), `pressrum-e2e-${name}-`)))
  if (!dataDir || !storeDir) throw new Error('no directories')
  cpSync(templateDir, dataDir, { recursive: true })
  // A third of the files tells as much as all of them.
  for (const file of globSync('media/**/*.{avif,webp}', { cwd: dataDir })) rmSync(join(dataDir, file))
  let store = await startS3(storeDir)
  const env = { DATA_DIR: dataDir, MEDIA_URL: 's3://pressrum/newsroom', ...store.environment }
  await expect(runNode(['server.ts'], env)).rejects.toThrow(/newsroom is empty, while \S+media holds files\. Move them/)
  const moved = await runNode(['cli.ts', 'files', 'move', 's3', '--delete-source'], env)
  expect(moved).toMatch(/Copied to s3:\/\/pressrum\/newsroom and read back: [1-9]\d+ files/)
  expect(await runNode(['cli.ts', 'backup', join(storeDir, 'copy.sqlite')], env)).toContain('s3://pressrum/newsroom')
  const server = await startServer(dataDir, env)

  const page = (await ask(server.url, '/')).body.toString()
  const [picture = '', other = ''] = [...new Set(page.match(/\/files\/[\w-]+\/\d+-\d+\.jpg/g))]
  const whole = await ask(server.url, picture)
  expect([whole.status, whole.body.length]).toEqual([200, Number(whole.headers['content-length'])])
  expect(whole.body.length).toBeGreaterThan(200)
  const part = await ask(server.url, picture, { headers: { range: 'bytes=100-199' } })
  expect([part.status, part.body.equals(whole.body.subarray(100, 200))]).toEqual([206, true])
  const share = /https?:\/\/[^"]*(\/share\/[^"]*\.png)/.exec(page)?.[1] ?? ''
  expect((await ask(server.url, share)).status).toBe(200)

  const { name, value } = await signIn(server.url, 'editor@example.org')
  const upload = async (text: string) => {
    const answer = await fetch(`${server.url}/api/media`, {
      method: 'POST',
      headers: { cookie: `${name}=${value}`, origin: server.url, 'x-filename': 'ny.pdf' },
      body: `%PDF-1.4 ${text} %%EOF`,
    })
    return { status: answer.status, said: await answer.json() }
  }
  expect((await upload('ett')).status).toBe(201)
  expect((await upload('ett')).status).toBe(200)

  await store.stop()
  const missing = await ask(server.url, other)
  expect([missing.status, missing.headers['cache-control'], missing.headers['retry-after']]).toEqual([
    503,
    'no-store',
    '5',
  ])
  expect((await ask(server.url, '/en')).status).toBe(200)
  // What is in memory is sent from there.
  expect((await ask(server.url, picture)).status).toBe(200)
  const refused = await upload('två')
  expect([refused.status, refused.said.code]).toEqual([503, 'storage-unavailable'])
  expect(refused.said.message).toContain('svarar inte')
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)

  store = await startS3(storeDir, { port: store.port })
  await expect.poll(async () => (await ask(server.url, other)).status, { timeout: 20_000 }).toBe(200)
  expect((await upload('två')).status).toBe(201)
  expect(server.said().match(/the store of files does not answer/g)).toHaveLength(1)
  expect(server.said()).toContain('the store of files answers again')
  await server.stop()

  const back = await runNode(['cli.ts', 'files', 'move', 'disk'], env)
  expect(back).toContain(`Copied to ${join(dataDir, 'media')} and read back`)
  const onDisk = await startServer(dataDir)
  expect((await ask(onDisk.url, picture)).body.equals(whole.body)).toBe(true)
  await onDisk.stop()
  await store.stop()
  for (const directory of [dataDir, storeDir]) rmSync(directory, { recursive: true })
})
