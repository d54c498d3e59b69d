/**
 * The program of the worker process for images (see `image-process.ts`). It knows files and images, no newsroom and no
 * secrets: a file made to harm it harms nothing else, and all its memory is given back when it ends.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { doJobs } from '../worker-program.ts'
import { cleanMark } from './clean-mark.ts'
import type { Done, ImageJob } from './image-process.ts'
import { endedJpeg, isTiff, sniffImage, versionedName } from './image-type.ts'
import { inspectImage, makeFaces, makeRenditions, pngOfTiff, remarkRenditions, requireWhole } from './images.ts'
import { offeredOriginal } from './offered-original.ts'
import { readEmbeddedMetadata } from './read-metadata.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

async function work(job: ImageJob): Promise<Done> {
  // What the last job has read, and this one's whole file once it is written, is memory that decoders need.
  collect()
  if (job.task === 'read') return { remarks: await remarksIn(job.file) }
  if (job.task === 'mark') return { mark: await cleanMark(job.source) }
  const { file, type, facts, bytes } = await writeOriginal(job)
  collect()
  const { directory, rights, version } = job
  const marked = { directory, rights, version }
  if (job.task === 'renew') {
    await remarkRenditions(job.renditions, marked)
    if (job.faces) await makeFaces(job.faces.largest, job.faces.focal, marked)
    return { bytes }
  }
  const sizes = await makeRenditions(file, facts, { ...marked, effort: job.effort })
  await makeFaces(join(directory, `${sizes.at(-1)?.width}.webp`), job.focal, marked)
  return { made: { type, width: facts.width, height: facts.height, bytes, sizes } }
}

async function remarksIn(file: string) {
  const bytes = await readFile(file)
  return readEmbeddedMetadata(bytes, isTiff(bytes) ? undefined : sniffImage(bytes))
}

/** Reads an image as it can be handed out: a TIFF as a PNG, and a JPEG that only lacks its end mark with one. */
async function readWhole(file: string): Promise<Buffer> {
  const bytes = await readFile(file)
  if (isTiff(bytes)) return pngOfTiff(file)
  const ended = sniffImage(bytes) === 'jpg' ? endedJpeg(bytes) : undefined
  if (ended) await requireWhole(ended)
  return ended ?? bytes
}

/** Writes the copy for download beside what is made from it. */
async function writeOriginal(job: Exclude<ImageJob, { task: 'read' | 'mark' }>) {
  const bytes = await readWhole(job.file)
  const type = sniffImage(bytes)
  const facts = await inspectImage(bytes, type)
  const original = offeredOriginal(bytes, type, { orientation: facts.orientation, rights: job.rights })
  const file = join(job.directory, versionedName(`original.${type}`, job.version))
  await writeFile(file, original)
  return { file, type, facts, bytes: original.length }
}

doJobs(work)
