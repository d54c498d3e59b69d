/** The process in which uploaded images are worked on: what it can be asked, and the way to it. */
import { openWorkshop, type WorkAnswer } from '../worker-process.ts'
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
export type ImageAnswer = WorkAnswer<Done>

/** `work` refuses an image the decoders crash on or never finish (`file-broken`). */
export const { inTurn, work: workOnImage } = openWorkshop<ImageJob, Done>(
  'pressrum.images',
  'lib/images/image-work.ts',
  { longestJob: 120_000 },
)
