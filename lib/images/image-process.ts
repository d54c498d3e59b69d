/** Defines the jobs of the image worker process, and sends them to it. */
import type { BrandMark } from '../drawing/brand-mark.ts'
import { Refusal } from '../refusal.ts'
import { type ExclusiveWorker, openWorker } from '../worker-process.ts'
import type { ImageType } from './image-type.ts'
import type { Size } from './images.ts'
import type { EmbeddedMetadata } from './read-metadata.ts'
import type { RightsMetadata } from './rights-metadata.ts'

interface Focal {
  x: number
  y: number
}

interface Made {
  file: string
  directory: string
  /** The metadata of the copies that are offered. */
  rights: RightsMetadata
  /** The version of the file, which is in the names of the files that change with it. */
  version: number
}
export type ImageJob =
  | { task: 'read'; file: string }
  | ({ task: 'make'; effort?: number; focal: Focal } & Made)
  /**
   * Makes the download again from the one there is, and writes the metadata of the sizes and faces, by their paths, anew.
   * With a new focal point the faces are cut again from the largest size.
   */
  | ({ task: 'renew'; renditions: string[]; faces?: { largest: string; focal: Focal } | undefined } & Made)
  /** Cleans the SVG of an organisation's mark. */
  | { task: 'mark'; source: string }

interface MadeImage extends Size {
  type: ImageType
  bytes: number
  sizes: Size[]
}
export type Done = { remarks: EmbeddedMetadata } | { made: MadeImage } | { bytes: number } | { mark: BrandMark }
export type ImageWorker = ExclusiveWorker<ImageJob, Done>

/** Works on images. Refuses one that the decoders crash on or do not finish (`file-broken`). */
export const imageProcess = openWorker<ImageJob, Done>('pressrum.images', 'lib/images/image-work.ts', {
  maxDuration: 120_000,
  failure: 'file-broken',
})

/** Returns the mark of an SVG file, cleaned in the worker. Refuses what `clean-mark.ts` refuses, as an error of `field`. */
export async function markFrom(source: string, field: string): Promise<BrandMark> {
  try {
    const done = await imageProcess.runExclusive((worker) => worker.run({ task: 'mark', source }))
    if ('mark' in done) return done.mark
    throw new Error('the image process answered something else')
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { field, details: error.details })
    throw error
  }
}
