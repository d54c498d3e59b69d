/**
 * Gives the pictures that the newsroom draws itself: share pictures, icons, and pictures cut to a shape. Each is drawn once, in a worker process,
 * and kept on disk under a name made from what it shows; the subject's earlier drawing is deleted.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { fileStore } from '../media/file-store.ts'
import { type ExclusiveWorker, openWorker } from '../worker-process.ts'
import type { Drawing } from './drawing.ts'

/** The version of the drawings' style, raised when they are drawn in another way, so that every address is new. */
const style = 1

export interface DrawingJob {
  drawing: Drawing
  /** Where the file of the library lies that the drawing shows. */
  file: string | undefined
}

const drawingProcess = openWorker<DrawingJob, string>('pressrum.drawings', 'lib/drawing/drawing-work.ts', {
  maxDuration: 20_000,
  failure: 'file-broken',
})

/** Returns a hash of what a drawing shows: drawings that look alike have the same. */
export const fingerprint = (drawing: Drawing): string =>
  createHash('sha256')
    .update(JSON.stringify([style, drawing]))
    .digest('hex')
    .slice(0, 16)

const draw = (worker: ExclusiveWorker<DrawingJob, string>, drawing: Drawing): Promise<Buffer> =>
  fileStore().withLocal(shownIn(drawing), async ([file]) => Buffer.from(await worker.run({ drawing, file }), 'base64'))

/** Returns the key of the file that a drawing shows. A mark of the newsroom's own stands in place of its logo. */
function shownIn(drawing: Drawing): string[] {
  if (drawing.task === 'crop') return [drawing.file]
  if (drawing.task === 'mark' || drawing.emblem.mark || !drawing.emblem.logo) return []
  return [drawing.emblem.logo]
}

/** Draws a picture without keeping it. */
export const uncachedDrawing = (drawing: Drawing): Promise<Buffer> =>
  drawingProcess.runExclusive((worker) => draw(worker, drawing))

/**
 * Returns a drawing as bytes: PNG, SVG for the icon of a tab, or JPEG for a part of a picture. It is kept under `subject`, which has one drawing at a
 * time.
 */
export async function cachedDrawing(subject: string, drawing: Drawing): Promise<Buffer> {
  const directory = join(
    /* turbopackIgnore: true */ env.dataDir,
    'drawings',
    createHash('sha256').update(subject).digest('hex').slice(0, 2),
  )
  const stem = subject.replace(/[^\w-]/g, '_')
  const name = `${stem}.${fingerprint(drawing)}`
  const kept = () => readFile(join(/* turbopackIgnore: true */ directory, name)).catch(() => undefined)
  return (
    (await kept()) ??
    drawingProcess.runExclusive(async (worker) => {
      const meanwhile = await kept()
      if (meanwhile) return meanwhile
      const bytes = await draw(worker, drawing)
      // With a full disk the picture is still answered, and drawn again each time.
      await keep(bytes, { directory, stem, name }).catch((error) => log.warn({ err: error }, 'a drawing was not kept'))
      return bytes
    })
  )
}

async function keep(bytes: Buffer, { directory, stem, name }: { directory: string; stem: string; name: string }) {
  await mkdir(directory, { recursive: true })
  const unfinished = join(/* turbopackIgnore: true */ directory, `.${name}`)
  await writeFile(unfinished, bytes)
  await rename(unfinished, join(/* turbopackIgnore: true */ directory, name))
  for (const other of await readdir(directory)) {
    if (other.startsWith(`${stem}.`) && other !== name)
      await rm(join(/* turbopackIgnore: true */ directory, other), { force: true })
  }
}
