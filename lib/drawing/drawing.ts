/** What pictures can be ordered. The newsroom's server orders them, drawing-work.ts draws them. */
import type { Language } from '../locale.ts'

/** What stands for the newsroom: its mark, else its logo, else the first letter of its name. */
export interface Emblem {
  name: string
  accent: string
  mark: { path: string; strokeWidth: number | null } | null
  /** A file of the library, named from its root. */
  logo: string | null
}

/** What link previews show: a title with a word above it, and whose it is. */
export interface SharePicture {
  task: 'share'
  emblem: Emblem
  language: Language
  kicker: string
  title: string
}

/**
 * The emblem by itself. `bare` stands on nothing, `tile` on the colour of paper, and `maskable` on the accent, with room for
 * any shape to be cut from it.
 */
export interface Icon {
  task: 'icon'
  emblem: Emblem
  ground: 'bare' | 'tile' | 'maskable'
  size: number
}

/** The emblem as SVG, for a browser's tab. A logo is a photograph and has none. */
export interface Drawn {
  task: 'mark'
  emblem: Omit<Emblem, 'logo'>
}

export type Drawing = SharePicture | Icon | Drawn

export const shareSize = { width: 1200, height: 630 }
