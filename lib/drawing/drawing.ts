/** Defines the pictures that can be drawn: the server orders them, `drawing-work.ts` draws them. */
import type { Language } from '../locale.ts'
import type { BrandMark } from './brand-mark.ts'

/** The newsroom's icon: its drawn mark, else its logo, else the first letter of its name. */
export interface BrandIcon {
  name: string
  accent: string
  mark: BrandMark | null
  /** The key of an image file of the library. */
  logo: string | null
}

/** The picture of a link preview: a title with a label above it, and the newsroom's name and icon. */
export interface SharePicture {
  task: 'share'
  emblem: BrandIcon
  language: Language
  kicker: string
  title: string
}

/**
 * The newsroom's icon by itself. `bare` has no ground, `tile` stands on the colour of paper, and `maskable` on the
 * accent, with a margin from which any shape can be cut.
 */
export interface Icon {
  task: 'icon'
  emblem: BrandIcon
  ground: 'bare' | 'tile' | 'maskable'
  size: number
}

/** The icon as SVG, for a browser's tab. A logo is a photograph and has none. */
interface Drawn {
  task: 'mark'
  emblem: Omit<BrandIcon, 'logo'>
}

/** A part of a picture in the shape that somebody asks for, as JPEG, with what the picture says of its rights. */
export interface Crop {
  task: 'crop'
  /** The key of an image file of the library. */
  file: string
  /** Raised when the file changes. */
  version: number
  region: { left: number; top: number; width: number; height: number }
  size: { width: number; height: number }
}

export type Drawing = SharePicture | Icon | Drawn | Crop

export const shareSize = { width: 1200, height: 630 }
