/** What a rule is asked about, and what it answers. Rules are plain functions: they know no browser and no database. */

import type { Document, Image } from '../document/rich-text.ts'
import type { Language } from '../locale.ts'

type Use = Image['attrs']

/** A release as it is being written. */
export interface Text {
  kind: string
  title: string
  lead: string[]
  body: Document
  hero: Use | null
  topicIds: string[]
  cards: { personId: string; role: string; organisation: string }[]
  contactIds: string[]
}

export interface Person {
  id: string
  name: string
  /** Worn now. */
  role: string
  organisation: string
  pressContact: boolean
  archived: boolean
}

/** What the newsroom knows around the text. */
export interface Newsroom {
  name: string
  /** The language of the text. */
  language: Language
  people: Person[]
  /** Of a picture in the library; undefined when it is not there. */
  picture: (mediaId: string) => { credit: string; filename: string } | undefined
  /** A text is meant to stay at or under this. */
  lixTarget: number
  timeZone: string
  /** When readers meet it: the moment it went out or is to, else now. */
  dated: Date
  /** When it is to go out: null when that is not decided, or has happened. `problem` when the time set is none. */
  at: Date | null
  problem: 'passed' | 'skipped' | 'twice' | null
  /** What became of asking after its links, as far as that is known. */
  links: ReadonlyMap<string, 'answers' | 'broken' | 'refused' | 'unknown'>
  /** The language of a translation that is older than what it was made from, and the text's other version. */
  olderTranslation: { language: Language; releaseId: string } | null
}

/** Where in a release something stands. A path leads through the document; letters are counted within its last block. */
export type Place =
  | { part: 'title' | 'topics' | 'contacts' | 'when' }
  | { part: 'lead'; point: number; from?: number; to?: number }
  /** The hero is image 0 and those in the text follow. */
  | { part: 'image'; image: number }
  | { part: 'body'; path: number[]; from?: number; to?: number }
  | { part: 'release'; releaseId: string }

/** What a button can do about it. */
export type Fix =
  | { act: 'change'; change: Partial<Pick<Text, 'cards' | 'contactIds'>> }
  | { act: 'choose-speaker' }
  | { act: 'header-row' }
  | { act: 'level'; level: 2 | 3 | 4 }
  /** Puts other words in the place of those found in the body. */
  | { act: 'write'; words: string }
  /** What is missing is written in the library. */
  | { act: 'library'; mediaId: string }

export interface Finding {
  place: Place
  /** What the sentence about it has gaps for. */
  values?: Record<string, string | number>
  fix?: Fix
}

interface Named {
  /** A key under `checks` in the messages. */
  code: string
  /** Whether a text has anything that the rule is about. Left out: always. */
  concerns?: (text: Text, newsroom: Newsroom) => boolean
}

/** `stop` keeps a text from being published, on the server too, so it is told from the text alone. */
export interface StopRule extends Named {
  tier: 'stop'
  find: (text: Pick<Text, 'title' | 'hero' | 'body'>) => Finding[]
}

/** `look` is worth a look, and the writer decides. */
export interface LookRule extends Named {
  tier: 'look'
  find: (text: Text, newsroom: Newsroom) => Finding[]
}

export type Rule = StopRule | LookRule
