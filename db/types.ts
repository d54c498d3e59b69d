/** The closed lists and small shapes the tables are made of. */

import type { Image } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'

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

/** `feedback` is a mail about a reader's message, and `hub` tells a hub that a feed has changed. */
export type DeliveryKind = 'feedback' | 'hub'

export const conformities = ['full', 'partial', 'none'] as const
export type Conformity = (typeof conformities)[number]

/** Something on the site that is not accessible yet. */
export interface AccessibilityIssue {
  what: string
  where: string
  why: string
  /** Which requirement it fails, as EN 301 549 or WCAG numbers it. */
  clause: string
  alternative: string
  plannedFix: string
}

/** What an accessibility statement says in one language. */
export interface AccessibilityTexts {
  actor: string
  service: string
  issues: AccessibilityIssue[]
  burdens: { content: string; motivation: string }[]
  outOfScope: string
  assessor: string
}

export interface AccessibilityStatement {
  isPublished: boolean
  conformity: Conformity
  method: 'self' | 'external'
  /** YYYY-MM-DD. */
  assessedOn: string
  updatedOn: string
  feedbackEmail: string
  texts: Localized<AccessibilityTexts>
}

/** The privacy page in the newsroom's own words; a language without any shows what is true of every newsroom. */
export interface PrivacyStatement {
  texts: Localized<string>
}

export interface Statements {
  accessibility: AccessibilityStatement
  privacy: PrivacyStatement
}
export type StatementKind = keyof Statements

type Localized<Text> = Partial<Record<Language, Text>>
