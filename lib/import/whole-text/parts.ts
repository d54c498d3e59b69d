/** What a pasted or opened text was read as: a list of guesses, each of which can be refused by itself. */
import type { Block } from '../../document/rich-text.ts'
import type { Language } from '../../locale.ts'

/** Somebody the text names, known in the newsroom or not. */
export interface ReadPerson {
  key: string
  /** The id in the newsroom; null for somebody new. */
  id: string | null
  name: string
  role: string
  organisation: string
  phone: string
  email: string
}

/** Why a line is offered to be left out. */
export type LeftOutReason =
  | 'boilerplate'
  | 'funders'
  | 'tagline'
  | 'copyright'
  | 'above-title'
  | 'repeats-title'
  | 'label'
  | 'embargo'
  | 'date'
  | 'place'
  | 'page'

interface Guess {
  /** Names the guess within its reading. */
  id: string
  /** The blocks of the text that it is about, by their places. */
  blocks: number[]
  /** What stands there. */
  words: string
}
export type TitlePart = Guess & { kind: 'title' }
export type LeadPart = Guess & { kind: 'lead'; points: string[]; form: 'points' | 'paragraph' }
export type HeadingPart = Guess & { kind: 'heading' }
/** A quote; `speaker` is the key of a person, and null where the text does not tell. */
export type QuotePart = Guess & { kind: 'quote'; speaker: string | null; candidates: string[] }
/**
 * A card. Its blocks are the lines that name the person, if any do. `near` is the name of somebody the newsroom knows
 * that differs by a letter or two, so that the card is asked about.
 */
export type PersonPart = Guess & { kind: 'person'; person: string; near?: string }
export type ContactPart = Guess & { kind: 'contact'; person: string }
/** A line to leave out. A line with place and date gives the text its place. */
export type LeftOutPart = Guess & { kind: 'left-out'; reason: LeftOutReason; place?: string }
export type Part = TitlePart | LeadPart | HeadingPart | QuotePart | PersonPart | ContactPart | LeftOutPart

export interface WholeText {
  parts: Part[]
  people: ReadPerson[]
  /** How many words the text has. */
  words: number
}

interface KnownPerson {
  id: string
  name: string
  role: string
  organisation: string
  phone: string
  email: string
  archived: boolean
}

/** What the reader knows of the newsroom and of the draft that the text stands in. */
export interface ReadingContext {
  language: Language
  people: KnownPerson[]
  /** Whether people who are not known may be offered. */
  mayMake: boolean
  /** The draft's headline, where it has one; and whether it has a lead. */
  title: string
  hasLead: boolean
  /** What the settings say of the newsroom in the language of the text. */
  newsroom: { name: string; boilerplate: string; fundersLine: string; tagline: string; funders: string[] }
}

/** A block as the reader sees it: its words, and its lines where it is a paragraph. */
export interface ReadBlock {
  at: number
  block: Block
  words: string
  lines: string[]
  /** Whether it is a paragraph or a heading, and so may be anything. */
  isPlain: boolean
}
