/**
 * Defines a rule: the text and newsroom it is given, and the findings it returns. Rules are plain functions that know
 * no browser and no database.
 */

import type { AiStatement } from '../document/ai-use.ts'
import type { Anchor } from '../document/comment-anchor.ts'
import type { Document, Image } from '../document/rich-text.ts'
import type { AskedSigner } from '../document/sign-off-states.ts'
import type { Gap } from '../gaps.ts'
import type { Language } from '../locale.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { SourceWords } from './untranslated.ts'

type Use = Image['attrs']

/** A release's text as it is being written. */
export interface Text {
  kind: string
  title: string
  lead: string[]
  body: Document
  hero: Use | null
  summary: string
  topicIds: string[]
  cards: { personId: string; role: string; organisation: string }[]
  contactIds: string[]
  /** How AI was used in it; null where nobody has said. */
  ai: AiStatement | null
  /** The press meeting it invites to; null where it has none. */
  meeting: Meeting | null
}

interface KnownPerson {
  id: string
  name: string
  /** The position held now. */
  role: string
  organisation: string
  pressContact: boolean
  archived: boolean
  phone: string
  email: string
  /** What was left for later when the person was added. */
  gaps: Gap[]
}

/** What the newsroom knows that bears on the text. */
export interface KnownNewsroom {
  name: string
  /** The language of the text. */
  language: Language
  people: KnownPerson[]
  /** Looks up an image in the library; undefined when it is not there. */
  picture: (mediaId: string) => { credit: string; filename: string; digitalSourceType: string } | undefined
  /** Whether its writer is to say how AI was used in the text. */
  asksForAi: boolean
  /** The LIX that a text should stay at or under. */
  lixTarget: number
  timeZone: string
  /** The moment readers meet the text: when it was or will be published, else now. */
  dated: Date
  /**
   * When the text is to be published: null when that is not decided or has happened. `problem` is set when the time
   * entered is not a moment.
   */
  at: Date | null
  problem: 'passed' | 'skipped' | 'twice' | null
  /** The result of checking each link, as far as it is known. */
  links: ReadonlyMap<string, 'answers' | 'broken' | 'refused' | 'unknown'>
  /**
   * Set when one language version is older than the one it was made from: the language of the translation, and the
   * release of the other version.
   */
  olderTranslation: { language: Language; releaseId: string } | null
  /** What the source of a translation says; null for a text that is none. */
  source: SourceWords | null
  /** Who outside has been asked to say yes, and what each has said of the whole text and what was changed in it since. */
  signOffs: (AskedSigner & { whole: { answer: 'approve' | 'refuse' | 'suggest'; changed: Anchor[] | null } | null })[]
  /** How many have been promised a seat at its meeting. */
  coming: number
  /** Another language version that is a draft and not all translated; null when there is none. */
  unfinished: { language: Language; releaseId: string; left: number; total: number } | null
}

/** A place in a release. A path leads through the document; letters are counted within its last block. */
export type DocumentPosition =
  | { part: 'title' | 'topics' | 'cards' | 'contacts' | 'when' }
  | { part: 'card'; personId: string }
  | { part: 'details'; field: 'kind' | 'series' | 'place' | 'byline' | 'summary' | 'slug' | 'ai' | 'meeting' }
  | { part: 'lead'; point: number; from?: number; to?: number }
  /** Image 0 is the hero, and those in the text follow. */
  | { part: 'image'; image: number }
  | { part: 'body'; path: number[]; from?: number; to?: number }
  | { part: 'release'; releaseId: string }

/** What a button beside a finding can do about it. */
type Fix =
  | { act: 'change'; change: Partial<Pick<Text, 'lead' | 'cards' | 'contactIds'>> }
  | { act: 'choose-speaker' }
  | { act: 'header-row' }
  /** Takes away the block or the list item. */
  | { act: 'remove' }
  | { act: 'level'; level: 2 | 3 | 4 }
  /** Replaces the words found in the body. */
  | { act: 'write'; words: string }
  /** Opens the form in which what was left for later is filled in. */
  | { act: 'fill-in'; path: string }
  /** Opens the image in the library, where what is missing is written. */
  | { act: 'library'; mediaId: string }

export interface Finding {
  place: DocumentPosition
  /** The values for the gaps in the finding's sentence. */
  values?: Record<string, string | number>
  fix?: Fix
}

interface Named {
  /** A key under `checks` in the messages. */
  code: string
  /** Whether the text has anything that the rule is about. Without this function it always has. */
  concerns?: (text: Text, newsroom: KnownNewsroom) => boolean
}

/** What stops a publication is seen in these parts of a text. */
export type StopText = Pick<Text, 'kind' | 'title' | 'hero' | 'body' | 'meeting'>

/** A rule that stops a publication, on the server too, so it sees the text alone. */
export interface StopRule extends Named {
  tier: 'stop'
  find: (text: StopText) => Finding[]
}

/** A rule that only asks the writer to have a look. */
export interface LookRule extends Named {
  tier: 'look'
  find: (text: Text, newsroom: KnownNewsroom) => Finding[]
}

export type Rule = StopRule | LookRule
