/** The closed lists and small shapes the tables are made of. */
import type { Image } from '#lib/rich-text.ts'

export const kinds = ['press', 'news', 'interview', 'opinion', 'report', 'invitation'] as const
export type Kind = (typeof kinds)[number]

/** Least to most: each role may do what those before it may. */
export const roleNames = ['contributor', 'editor', 'owner'] as const
export type Role = (typeof roleNames)[number]

/**
 * `takeover` was kept when another author went on writing, `aside` when its author chose another text instead, and
 * `restore` is an older version taken up again.
 */
export const revisionReasons = ['autosave', 'save', 'publish', 'takeover', 'aside', 'restore'] as const
export type RevisionReason = (typeof revisionReasons)[number]

export const portraitBases = ['consent', 'contract', 'legitimate-interest'] as const
export type PortraitBasis = (typeof portraitBases)[number]

export const licences = ['cc-by-4.0', 'cc0', 'editorial', 'all-rights'] as const
export type Licence = (typeof licences)[number]

/** The image at the top: the same choices as an image in the text. */
export type Hero = Image['attrs']

/** One size of an image, kept as AVIF, WebP and JPEG. Pixels. */
export interface Rendition {
  width: number
  height: number
}

/** A one-colour mark drawn on 32 × 32 units: filled, or stroked with the given width. */
export interface Mark {
  path: string
  strokeWidth: number | null
}

export interface SettingsTexts {
  tagline: string
  boilerplate: string
  fundersLine: string
  readingBarLabel: string
  pressDeskName: string
  pressDeskHours: string
  address: string
  legal: string
}
