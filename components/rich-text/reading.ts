import type { ReactNode } from 'react'
import type { LiveDocument, LiveImage } from '#db/live/media.ts'
import type { LiveCard } from '#db/live/release.ts'
import type { Language } from '#lib/locale.ts'

/** What the blocks need besides themselves: the people, images and documents they name by id. */
export interface Reading {
  language: Language
  speakers: Map<string, LiveCard>
  images: Map<string, LiveImage>
  documents: Map<string, LiveDocument>
  /** Renders the way to copy a quote. Only a live release has one, and links to its headings: both name its address. */
  copyQuote?: (speaker: LiveCard) => ReactNode
}
