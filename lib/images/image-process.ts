/** The process in which uploaded images are worked on: what it can be asked, and the way to it. */
import { type ExclusiveWorker, openWorker } from '../worker-process.ts'
import type { ImageType } from './image-type.ts'
import type { Size } from './images.ts'
import type { ImageRemarks } from './read-metadata.ts'
import type { Marks } from './rights-metadata.ts'

interface Made {
  file: string
  directory: string
  focal: { x: number; y: number }
  /** What the copy that can be downloaded says of itself. */
  marks: Marks
  /** Of the file, as it is in the names of what changes. */
  version: number
}
export type ImageJob =
  | { task: 'read'; file: string }
  | ({ task: 'make'; effort?: number } & Made)
  /** The faces and the copy to download, from the largest size and the copy there is. */
  | ({ task: 'renew'; largest: string } & Made)

export interface MadeImage extends Size {
  type: ImageType
  bytes: number
  sizes: Size[]
}
export type Done = { remarks: ImageRemarks } | { made: MadeImage } | { bytes: number }
export type ImageWorker = ExclusiveWorker<ImageJob, Done>

/** Works on images. Refuses one the decoders crash on or never finish (`file-broken`). */
export const imageProcess = openWorker<ImageJob, Done>('pressrum.images', 'lib/images/image-work.ts', {
  maxDuration: 120_000,
  failure: 'file-broken',
})
