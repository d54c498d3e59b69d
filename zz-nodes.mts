import { request } from 'node:http'
import { execSync, spawn, spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { readFileSync, openSync } from 'node:fs'
const root = '/work/wt-operator'
process.chdir(root)
const PG = 'postgres://postgres:pressrum-pw@127.0.0.1:5499'
const env: Record<string, string> = { ...process.env as any, DATABASE_URL: `${PG}/live`, HOST: '127.0.0.1', TRUSTED_PROXY: '1', NEXTAUTH_SECRET: 'x'.repeat(44), PUBLIC_URL: 'http://127.0.0.1:4990', MEDIA_URL: 's3://pressrum/op', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:4970', AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
const node = root + '/node_modules/.bin/node'
const log = (...a: unknown[]) => console.log(new Date().toISOString().slice(11, 23), ...a)
const sql = (q: string, db = 'live') => execSync(`psql -qAt -h 127.0.0.1 -p 5499 -U postgres -d ${db}`, { input: q, env: { ...process.env, PGPASSWORD: 'pressrum-pw' } }).toString().trim()
const procs: Record<number, any> = {}
function start(n: number, more: Record<string, string> = {}) {
  const out = openSync(`/tmp/w/op/node${n}.log`, 'a')
  const p = spawn(node, ['--max-semi-space-size=8', '--import', './server/preload.ts', 'server.ts'], { env: { ...env, DATA_DIR: `/tmp/w/op/node${n}`, PORT: `499${n}`, ...more }, stdio: ['ignore', out, out] })
  procs[n] = p
  return p
}
type A = { status: number; body: string; headers: any }
const req = (n: number, path: string, o: { method?: string; headers?: any; body?: string } = {}): Promise<A> => new Promise((res, rej) => {
  const r = request({ host: '127.0.0.1', port: 4990 + n, path, method: o.method ?? 'GET', headers: { host: '127.0.0.1:4990', 'accept-encoding': 'identity', 'x-forwarded-for': '203.0.113.5', ...o.headers } }, (a) => { let b = ''; a.setEncoding('utf8'); a.on('data', (d) => (b += d)); a.on('end', () => res({ status: a.statusCode!, body: b, headers: a.headers })); a.on('error', rej) })
  r.on('error', rej); r.setTimeout(30_000, () => r.destroy(new Error('timeout'))); r.end(o.body)
})
const ready = async (n: number) => { for (let i = 0; i < 240; i++) { if ((await req(n, '/readyz').catch(() => undefined))?.status === 200) return true; await wait(250) } return false }
const origin = { origin: 'http://127.0.0.1:4990' }
async function signIn(n: number, email: string, password = 'pressrum-demo', xff = '203.0.113.5') {
  const first = await req(n, '/api/auth/csrf'); const { csrfToken } = JSON.parse(first.body)
  const c = (first.headers['set-cookie'] ?? []).map((l: string) => l.split(';')[0]).join('; ')
  const a = await req(n, '/api/auth/callback/credentials', { method: 'POST', headers: { ...origin, cookie: c, 'x-forwarded-for': xff, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ csrfToken, json: 'true', email, password }).toString() })
  const s = (a.headers['set-cookie'] ?? []).map((l: string) => l.split(';')[0]).find((x: string) => x.includes('session-token='))
  return { cookie: s as string | undefined, status: a.status, body: a.body }
}
const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')).node
const actionId = (file: string, name: string) => Object.entries<any>(manifest).find(([, v]) => v.exportedName === name && v.filename.endsWith(file))![0]
const act = (n: number, path: string, id: string, args: unknown[], cookie: string) => req(n, path, { method: 'POST', headers: { ...origin, cookie, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' }, body: JSON.stringify(args) })

for (const n of [1, 2, 3]) { execSync(`: > /tmp/w/op/node${n}.log`); start(n) }
log('ready', await Promise.all([1, 2, 3].map(ready)))
execSync('bash /tmp/w/op/nginx.sh')
const s = await signIn(1, 'editor@example.org'); log('sign in on 1', s.status, !!s.cookie)
for (const n of [1, 2, 3, 0]) log('studio on', n, (await req(n, '/studio/releases', { headers: { cookie: s.cookie } })).status)
Object.assign(process.env, env, { DATA_DIR: '/tmp/w/op/node0' })
const { createTestRelease } = await import(root + '/e2e/support/releases.ts')
const { getDraft } = await import('#db/releases/revisions.ts')
const { createPreviewLink } = await import('#db/releases/preview-links.ts')
const { listUsers } = await import('#db/users.ts')
const users = await listUsers(); const editor = users.find((u: any) => u.email === 'editor@example.org')
const ori = await createTestRelease({ title: 'Nodprov ett' })
const id = ori.id
const draft = async () => (await getDraft(id))!
const put = async (n: number, title: string, base?: number) => { const d = await draft(); return req(n, `/api/releases/${id}/draft`, { method: 'PUT', headers: { ...origin, cookie: s.cookie, 'content-type': 'application/json' }, body: JSON.stringify({ baseVersion: base ?? d.version, reason: 'save', draft: { ...d.draft, title } }) }) }
log('put 1', (await put(1, 'Nodprov två')).status, 'put 2', (await put(2, 'Nodprov tre')).status, 'stale on 3', (await put(3, 'x', 1)).status)
const presence = (n: number, w: string, cookie = s.cookie) => req(n, `/api/releases/${id}/presence`, { method: 'POST', headers: { ...origin, cookie, 'content-type': 'application/json' }, body: JSON.stringify({ windowId: w, state: 'writing', place: 1 }) })
const o = await signIn(2, 'owner@example.org')
let p = await presence(1, 'w1'); if (p.status !== 200) log('presence', p.status, p.body.slice(0, 200))
log('presence seen on 3 by owner', (await presence(3, 'w2', o.cookie)).body.slice(0, 200))
// publishing by action on node 1, read on 2 and 3 at once
const publishId = actionId('publication/actions.ts', 'publish')
const page = `/studio/releases/${id}`
async function publish(n: number, cookie = s.cookie!) {
  const d = await draft(); const t = performance.now()
  const a = await act(n, page, publishId, [id, { baseVersion: d.version, at: null, change: { kind: 'small', wrong: '', text: '' }, key: 'k'.repeat(8) + Math.random().toString(36).slice(2), baseStep: 0, others: [] }], cookie)
  return { status: a.status, ms: Math.round(performance.now() - t), said: a.body.slice(-300) }
}
const first = await publish(1); log('first publication', first.status, first.ms, first.said.replace(/\s+/g, ' ').slice(0, 300))
await wait(500)
const shows = async (n: number, title: string) => (await req(n, ori.path)).body.replaceAll('\u00ad', '').includes(title)
let stale = 0; const times: number[] = []; let bad = 0
for (let i = 0; i < 30; i++) {
  const title = `Nodutgåva ${i}x`; const w = 1 + (i % 3)
  const r0 = await put(w, title); if (r0.status !== 200) { bad++; log('put', r0.status, r0.body.slice(0, 100)) }
  const r = await publish(w); times.push(r.ms); if (r.status !== 200) { bad++; log('publish', r.status, r.said.slice(0, 200)) }
  for (const n of [1, 2, 3]) if (!(await shows(n, title))) stale++
}
log('30 publications round robin: stale', stale, 'bad', bad, 'ms', times.sort((a, b) => a - b).filter((_, i) => i % 7 === 0).join(' '), 'max', times.at(-1))
// limits: 12 wrong passwords over nodes from one address
const codes = []; for (let i = 0; i < 16; i++) codes.push(decodeURIComponent((await signIn(1 + (i % 3), 'contributor@example.org', 'wrong', '203.0.113.77')).body.slice(0, 130)))
log('wrong passwords spread', codes.map((c) => /error=([^"&]*)/.exec(c)?.[1]).join(' '))
log('right one then, on 3', (await signIn(3, 'contributor@example.org', 'pressrum-demo', '203.0.113.77')).body.slice(0, 160))
// preview link
const link: any = await createPreviewLink(id, { name: 'Gäst', days: 7 } as any, { actor: editor, now: new Date() } as any).catch((e: any) => ({ e: String(e.code ?? e.message) }))
log('preview', JSON.stringify(link).slice(0, 150)); const token = typeof link === 'string' ? link : link.token
if (token) for (const n of [1, 2, 3]) { const a = await req(n, `/preview/${token}`); log(' preview on', n, a.status, a.headers['cache-control']) }
// user link by the command, opened on 2
const made = spawnSync(node, ['--import', './server/preload.ts', 'cli.ts', 'user', 'add', 'ny@example.org', '--name', 'Ny', '--role', 'editor'], { env: { ...env, DATA_DIR: '/tmp/w/op/node0' } }); log('user add', made.status, made.stdout.toString().slice(0, 120), made.stderr.toString().slice(0, 200))
const ul = spawnSync(node, ['--import', './server/preload.ts', 'cli.ts', 'user', 'link', 'ny@example.org'], { env: { ...env, DATA_DIR: '/tmp/w/op/node0' } }).stdout.toString(); const lp = /http:\/\/127.0.0.1:4990(\S+)/.exec(ul)?.[1]; log('link', lp?.slice(0, 40)); if (lp) for (const n of [2, 3]) log(' link on', n, (await req(n, lp)).status)
// a node with otherwise
for (const [what, more] of [['secret', { NEXTAUTH_SECRET: 'y'.repeat(44) }], ['url', { PUBLIC_URL: 'http://other.example.org' }], ['store', { MEDIA_URL: 's3://pressrum/other' }], ['disk', { MEDIA_URL: '' }]] as const) { const r = spawnSync(node, ['--import', './server/preload.ts', 'server.ts'], { env: { ...env, DATA_DIR: '/tmp/w/op/node0', PORT: '4998', ...more }, timeout: 30_000 }); log('other', what, r.status, r.stderr.toString().slice(0, 250).trim()) }
// listener: frozen backend of node 1
const pids = sql(`select pid from pg_stat_activity where application_name='pressrum listening' and datname='live' order by backend_start`).split('\n'); log('listeners', pids)
for (const pid of pids) process.kill(Number(pid), 'SIGSTOP')
await put(1, 'Frusen lyssnare'); const fr = await publish(1); log('published while listeners are frozen', fr.status, fr.ms)
log(' shows', await Promise.all([1, 2, 3].map((n) => shows(n, 'Frusen lyssnare'))), 'readyz', (await Promise.all([1, 2, 3].map((n) => req(n, '/readyz')))).map((a) => a.status))
await wait(3000); log(' after 3 s readyz', (await Promise.all([1, 2, 3].map((n) => req(n, '/readyz')))).map((a) => a.status))
for (const pid of pids) try { process.kill(Number(pid), 'SIGCONT') } catch {}
await wait(3000); log(' thawed readyz', (await Promise.all([1, 2, 3].map((n) => req(n, '/readyz')))).map((a) => a.status), 'listeners', sql(`select count(*) from pg_stat_activity where application_name='pressrum listening' and datname='live'`))
// listener killed
sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name='pressrum listening' and datname='live'`)
await put(2, 'Dödad lyssnare'); const dl = await publish(2); log('published with listeners killed', dl.status, dl.ms, await Promise.all([1, 2, 3].map((n) => shows(n, 'Dödad lyssnare'))))
await wait(2500); log(' readyz', (await Promise.all([1, 2, 3].map((n) => req(n, '/readyz')))).map((a) => a.status))
// node 3 hangs
process.kill(procs[3].pid, 'SIGSTOP'); await put(1, 'Hängd nod'); const h = await publish(1); log('published while 3 hangs', h.status, h.ms)
await wait(300); const late = shows(3, 'Hängd nod'); await wait(200); process.kill(procs[3].pid, 'SIGCONT'); log(' node 3 on waking shows', await late)
// kill -9 node 2 amid publications by 2 and 3
let answered: string[] = []; let failed = 0; let over = false
const work = (async () => { for (let i = 0; !over && i < 60; i++) { const title = `Mitt i ${i}x`; const w = i % 2 ? 2 : 3; const a = await put(w, title).catch(() => undefined); const b = a?.status === 200 ? await publish(w).catch(() => undefined) : undefined; if (b?.status === 200) { answered.push(title); const ok = await Promise.all([1, 3].map((n) => shows(n, title))); if (!ok.every(Boolean)) log(' STALE', title, ok) } else failed++ } })()
await wait(900); procs[2].kill('SIGKILL'); log('killed 2'); await wait(4000); over = true; await work
log(' answered', answered.length, 'failed', failed, 'last', answered.at(-1), 'listeners', sql(`select count(*) from pg_stat_activity where application_name='pressrum listening' and datname='live'`))
const via = []; for (let i = 0; i < 30; i++) via.push((await req(0, i % 2 ? '/nyheter' : `/sok?q=a${i}`).catch((e) => ({ status: e.message }))).status); log(' through nginx with one dead', [...new Set(via)])
start(2); log(' 2 again', await ready(2))
// verify audit
const av = spawnSync(node, ['--import', './server/preload.ts', 'cli.ts', 'audit', 'verify'], { env: { ...env, DATA_DIR: '/tmp/w/op/node0' } }); log('audit', av.status, av.stdout.toString().slice(0, 100))
// PostgreSQL away
const pgctl = (...a: string[]) => spawnSync('runuser', ['-u', 'postgres', '--', '/usr/lib/postgresql/15/bin/pg_ctl', '-D', '/tmp/w/op/pg/data', ...a], { stdio: 'ignore' })
for (const n of [1, 2, 3]) for (const path of ['/nyheter', '/', ori.path, '/feed.xml']) await req(n, path)
pgctl('-m', 'immediate', 'stop'); log('PostgreSQL stopped')
const seen: Record<string, number> = {}; const slow: Record<string, number> = {}; const note = async (k: string, f: Promise<A>) => { const t = performance.now(); const st = await f.then((a) => `${a.status}`).catch((e) => e.message); seen[`${k} ${st}`] = (seen[`${k} ${st}`] ?? 0) + 1; slow[`${k} ${st}`] = Math.max(slow[`${k} ${st}`] ?? 0, Math.round(performance.now() - t)) }
const until = performance.now() + 25_000; let i = 0
const bodyOf = (t: string) => JSON.stringify({ baseVersion: 1, reason: 'save', draft: { title: t } })
while (performance.now() < until) { const n = 1 + (i++ % 3); await Promise.all([note('kept', req(n, ori.path)), note('list', req(n, '/nyheter')), note('new', req(n, `/sok?q=borta${i}`)), note('save', req(n, `/api/releases/${id}/draft`, { method: 'PUT', headers: { ...origin, cookie: s.cookie, 'content-type': 'application/json' }, body: bodyOf('a') })), note('studio', req(n, '/studio/releases', { headers: { cookie: s.cookie } })), note('ready', req(n, '/readyz')), note('image', req(n, '/icon.svg'))]); await wait(200) }
log(JSON.stringify(seen), JSON.stringify(slow))
log('save says', (await req(1, `/api/releases/${id}/draft`, { method: 'PUT', headers: { ...origin, cookie: s.cookie, 'content-type': 'application/json' }, body: bodyOf('a') })).body.slice(0, 200))
const fourth = spawnSync(node, ['--import', './server/preload.ts', 'server.ts'], { env: { ...env, DATA_DIR: '/tmp/w/op/node0', PORT: '4998' }, timeout: 30_000 }); log('a node that starts then', fourth.status, fourth.stderr.toString().slice(0, 250).trim())
const back = performance.now(); pgctl('-w', '-l', '/tmp/w/op/pg/log', 'start'); log('started'); log('ready again', await Promise.all([1, 2, 3].map(ready)), Math.round(performance.now() - back), 'ms')
log('save', (await put(1, 'Efter avbrottet')).status, JSON.stringify(await publish(2)).slice(0, 40), await Promise.all([1, 2, 3].map((n) => shows(n, 'Efter avbrottet'))))
// store away in the middle of an upload
const up = (n: number) => req(n, '/api/media', { method: 'POST', headers: { ...origin, cookie: s.cookie, 'content-type': 'image/png' }, body: 'x' })
log('upload route', (await up(1)).status)
for (const n of [1, 2, 3]) procs[n].kill('SIGTERM')
await wait(5000); log('stopped', [1, 2, 3].map((n) => procs[n].exitCode))
execSync('kill $(cat /tmp/w/op/ng/pid)')
process.exit(0)
