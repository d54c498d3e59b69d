/** Counts what a foreign page has that has no place in a text. */
import type { Aside } from '../style.ts'

/** How many things were left out, by kind; words where it is words that were. */
export type OmittedParts = Record<Exclude<Aside, 'unseen'> | 'image' | 'shape', number>

export const noneOmitted = (): OmittedParts => ({
  ...{ note: 0, comment: 0, change: 0, struck: 0, hidden: 0, contents: 0 },
  ...{ equation: 0, image: 0, shape: 0 },
})
