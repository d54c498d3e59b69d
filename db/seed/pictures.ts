import { details } from './pictures/details.ts'
import { portraits } from './pictures/portraits.ts'
import { scenes } from './pictures/scenes.ts'
import type { PictureSeed } from './types.ts'

/** The library, by key: `bottles` is drawn in `pictures/bottles.svg`. */
export const pictures: Record<string, PictureSeed> = { ...portraits, ...scenes, ...details }
