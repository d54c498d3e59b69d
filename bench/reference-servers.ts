/** The servers ours is measured beside, sending exactly the bytes ours has sent. */
import { fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../e2e/support/server.ts'
import type { Answer } from './bare-server.ts'
import { pinServer } from './load.ts'

export interface ReferenceServer {
  url: string
  stop(): void
}

/** What a server answers, to be sent again by another. */
export async function answerOf(url: string, headers: Record<string, string>): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers }, resolve).once('error', reject),
  )
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const own = /^(?:date|connection|keep-alive)$/i
  const lines = response.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 && !own.test(name) ? [name, all[index + 1] ?? ''] : [],
  )
  return { status: response.statusCode ?? 0, headers: lines, body: Buffer.concat(chunks).toString('base64') }
}

/** A bare `node:http` server that sends the answer to everything. */
export async function bareServer(answer: Answer): Promise<ReferenceServer> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'))
  child.send(answer)
  const [address] = (await once(child, 'message')) as [AddressInfo]
  pinServer(child.pid)
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => child.kill() }
}

/** nginx with one worker, sending the answer's bytes from a file. Undefined where it is not installed. */
export async function nginx(answer: Answer): Promise<ReferenceServer | undefined> {
  const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0)
  if (!program) return undefined
  const dir = mkdtempSync(join(tmpdir(), 'pressrum-nginx-'))
  // Started by root, its worker is somebody else.
  chmodSync(dir, 0o755)
  const port = await freePort()
  writeFileSync(join(dir, 'page'), Buffer.from(answer.body, 'base64'))
  writeFileSync(
    join(dir, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${dir}/pid; error_log ${dir}/error.log; events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10; default_type text/html;
client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p; fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
server { listen 127.0.0.1:${port}; root ${dir}; location / { try_files /page =404; } } }\n`,
  )
  const child = spawn(program, ['-c', join(dir, 'nginx.conf'), '-e', join(dir, 'error.log')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const workers = spawnSync('pgrep', ['-P', `${child.pid}`], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
  for (const pid of workers) pinServer(Number(pid))
  const stop = () => {
    child.once('close', () => rmSync(dir, { recursive: true, force: true }))
    child.kill('SIGQUIT')
  }
  return { url, stop }
}
