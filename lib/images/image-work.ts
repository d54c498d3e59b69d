/**
 * The program of the worker process for images (see `image-process.ts`). It knows files and images, no newsroom and no
 * secrets: a file made to harm it harms nothing else, and all its memory is given back when it ends.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { doJobs } from '../worker-program.ts'
import { writeRights } from './image-metadata.ts'
import type { Done, ImageJob } from './image-process.ts'
import { sniffImage, versionedName } from './image-type.ts'
import { inspectImage, makeFaces, makeRenditions } from './images.ts'
import { readEmbeddedMetadata } from './read-metadata.ts'

async function work(job: ImageJob): Promise<Done> {
  const bytes = await readFile(job.file)
  if (job.task === 'read') return { remarks: readEmbeddedMetadata(bytes) }
  const type = sniffImage(bytes)
  const facts = await inspectImage(bytes, type)
  const original = writeRights(bytes, type, facts.orientation, job.rights)
  const file = join(job.directory, versionedName(`original.${type}`, job.version))
  await writeFile(file, original)
  const sizes = job.task === 'make' ? await makeRenditions(file, facts, job.directory, job.effort) : []
  const largest = job.task === 'make' ? join(job.directory, `${sizes.at(-1)?.width}.webp`) : job.largest
  await makeFaces(largest, job.focal, job.directory, job.version)
  if (job.task === 'renew') return { bytes: original.length }
  return { made: { type, width: facts.width, height: facts.height, bytes: original.length, sizes } }
}

doJobs(work)
