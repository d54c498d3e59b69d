/** The example newsroom before it is in a database: people, organisations, topics, series and pictures go by short keys. */
import type { Block } from '#lib/document/rich-text.ts'
import type { Meeting } from '#lib/meeting/meeting.ts'
import type { Hero, Kind, Licence, PortraitBasis } from '../types.ts'

/** The example is written in these; a newsroom may speak others. */
export const seedLanguages = ['sv', 'en'] as const
export type SeedLanguage = (typeof seedLanguages)[number]

export type BothLanguages = Record<SeedLanguage, string>

export interface OrganisationSeed {
  kind: 'owner' | 'partner' | 'funder'
  name: BothLanguages
  url: string
  /** The file of the mark. */
  mark?: string
}

interface RoleSeed {
  organisation: string
  title: BothLanguages
  /** YYYY or YYYY-MM. */
  since: string
  until?: string
}

export interface PersonSeed {
  name: string
  sortName: string
  email: string
  phone: string
  pressContact?: true
  /** BCP 47 codes. */
  speaks: string[]
  topics: string[]
  shortBio: BothLanguages
  /** Paragraphs separated by an empty line. */
  longBio: BothLanguages
  portrait: string
  basis: PortraitBasis
  /** The last day of consent, as YYYY-MM-DD. */
  consentUntil?: string
  links?: { label: string; url: string }[]
  /** Newest first. */
  roles: RoleSeed[]
}

export interface PictureSeed {
  alt: BothLanguages
  caption: BothLanguages
  credit: string
  licence: Licence
  /** The point that must stay in view, per cent from the left and from the top. */
  focus: [x: number, y: number]
}

export interface CardSeed {
  person: string
  role: string
  organisation: string
}

type ReleaseState =
  | {
      /** Instants with their offset. */
      publishedAt: string
      /** What was new then; until then the text had no fact box. */
      update?: { at: string; text: string }
      /** What was wrong then, and how the lead began until it was put right. */
      correction?: { at: string; wrong: string; text: string; lead: string }
      withdrawn?: { at: string; reason: string }
    }
  | { scheduledInDays: number; at: string }
  | {
      draft: true
      /** What its writer said when they submitted it for review, and when that is due. */
      submitted?: { note: string; dueInDays: number; at: string }
    }

export interface ReleaseSeed {
  /** Shared by the language versions. */
  story: string
  language: SeedLanguage
  kind: Kind
  slug: string
  /** The address it was first published under. */
  formerSlug?: string
  title: string
  lead: string[]
  /** What lists and shared links say, where the lead is too long for it. */
  summary?: string
  place: string
  byline?: string
  /** Pictures and people in the hero and the body are keys, too. */
  hero?: Hero
  body: Block[]
  topics: string[]
  series?: string
  /** A key alone gets the role the person had that day. */
  cards: (string | CardSeed)[]
  contacts: string[]
  /** The press meeting that an invitation invites to. */
  meeting?: Meeting
  state: ReleaseState
}
