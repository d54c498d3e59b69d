/**
 * The process in which images are worked on (see image-process.ts). It knows files and pictures, no newsroom and no
 * secrets: a picture made to harm it harms nothing else, and all its memory goes back when it ends.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { stripMetadata } from './image-metadata.ts'
import type { ImageAnswer, ImageJob, MadeImage } from './image-process.ts'
import { sniffImage } from './image-type.ts'
import { inspectImage, makeFaces, makeRenditions } from './images.ts'

// Readers come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

async function work(job: ImageJob): Promise<MadeImage | null> {
  if (job.task === 'faces') {
    await makeFaces(job.file, job.focal, job.directory)
    return null
  }
  const bytes = await readFile(job.file)
  const type = sniffImage(bytes)
  const facts = await inspectImage(bytes, type)
  const original = stripMetadata(bytes, type, facts.orientation)
  const file = join(job.directory, `original.${type}`)
  await writeFile(file, original)
  const sizes = await makeRenditions(file, facts, job.directory, job.effort)
  await makeFaces(join(job.directory, `${sizes.at(-1)?.width}.webp`), job.focal, job.directory)
  return { type, width: facts.width, height: facts.height, bytes: original.length, sizes }
}

process.on('message', async (job: ImageJob) => {
  const answer: ImageAnswer = await work(job).then(
    (made) => ({ made }),
    (error) => {
      if (error instanceof Refusal) return { refusal: { code: error.code, details: error.details } }
      return { error: `${error?.code ?? ''} ${error?.message ?? error}` }
    },
  )
  process.send?.(answer)
})
