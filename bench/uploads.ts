/** How much memory the server and its image process take together at the heaviest pictures they let in. */
import { globSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import type { Cookie } from '../e2e/support/sign-in.ts'

/** Returns the memory that a process takes now, in megabytes; 0 for one that has ended. */
export function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function childrenOf(pid: number | undefined): number[] {
  return globSync(`/proc/${pid}/task/*/children`).flatMap((file) => {
    try {
      return readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number)
    } catch {
      return []
    }
  })
}

/** As many pixels as are let in, each with its transparency. */
const largePng = () =>
  sharp({ create: { width: 9_990, height: 10_000, channels: 4, background: { r: 30, g: 60, b: 90, alpha: 0.5 } } })
    .png({ compressionLevel: 1 })
    .toBuffer()

/** A small picture after 49 MB of comments. */
async function wordyJpeg(): Promise<Buffer> {
  const picture = await sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer()
  const comment = Buffer.alloc(65_535 + 2, 'x')
  comment.writeUInt32BE(0xfffeffff, 0)
  const comments = Array.from({ length: Math.ceil((49 * 1024 * 1024) / comment.length) }, () => comment)
  return Buffer.concat([picture.subarray(0, 2), ...comments, picture.subarray(2)])
}

/** Uploads the pictures one after another, and returns the most that all processes took at once, in megabytes. */
export async function measureUploads(server: { url: string; pid: number | undefined }, session: Cookie) {
  const { url, pid } = server
  let most = 0
  let isDone = false
  const watch = async () => {
    while (!isDone) {
      most = Math.max(
        most,
        [pid, ...childrenOf(pid)].reduce((sum: number, one) => sum + residentMegabytes(one), 0),
      )
      await wait(10)
    }
  }
  const watching = watch()
  for (const [name, make] of [
    ['large.png', largePng],
    ['wordy.jpg', wordyJpeg],
  ] as const) {
    const answer = await fetch(`${url}/api/media`, {
      method: 'POST',
      headers: { origin: url, cookie: `${session.name}=${session.value}`, 'x-filename': name },
      body: new Uint8Array(await make()),
    })
    if (!answer.ok) throw new Error(`${name} was answered with ${answer.status}: ${await answer.text()}`)
  }
  isDone = true
  await watching
  return most
}
