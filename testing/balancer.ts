/** nginx in front of several nodes, as docs/run-it-large.md has it, where it is installed. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const hasBalancer = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** Balances the nodes as the page about running it large has it. */
export async function startBalancer(port: number, nodes: string[]): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'pressrum-nginx-'))
  // Started by root, its worker is somebody else.
  chmodSync(directory, 0o755)
  const upstream = nodes.map((url) => `server ${new URL(url).host};`).join(' ')
  writeFileSync(
    join(directory, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log; events { worker_connections 1024; }
http { access_log off; client_body_temp_path ${directory}/b; proxy_temp_path ${directory}/p; fastcgi_temp_path ${directory}/f;
uwsgi_temp_path ${directory}/u; scgi_temp_path ${directory}/s;
upstream newsroom { ${upstream} keepalive 32; }
server { listen 127.0.0.1:${port}; location / { proxy_pass http://newsroom; proxy_http_version 1.1; proxy_set_header Connection "";
proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr; } } }\n`,
  )
  const child = spawn('nginx', ['-c', join(directory, 'nginx.conf'), '-e', join(directory, 'error.log')], {
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)) break
    await wait(50)
  }
  return () => {
    child.kill()
    rmSync(directory, { recursive: true, force: true })
  }
}
