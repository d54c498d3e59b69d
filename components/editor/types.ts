/** The data that the editor gets from its page. */

import type { NamedChoice } from '#components/ui/choice/in-order.ts'
import type { Introduction } from '#db/people/introduce.ts'
import type { Version } from '#db/releases/history.ts'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { ReviewFacts } from '#db/releases/review/facts.ts'
import type { Draft } from '#db/releases/revisions.ts'
import type { Source } from '#db/releases/translations.ts'
import type { ChangeKind } from '#db/types.ts'
import type { TranslationRows } from '#lib/document/translation.ts'
import type { FormState } from '#lib/form.ts'
import type { Gap } from '#lib/gaps.ts'
import type { Language } from '#lib/locale.ts'
import type { LibraryDocument, LibraryItem } from '#lib/media/library-item.ts'
import type { PersonChoice, Photographer } from './pickers/picker-context.tsx'
import type { Stored } from './saving/draft-requests.ts'

export interface ReleaseFacts {
  id: string
  language: Language
  displayStatus: DisplayStatus
  /** Whether the draft differs from what goes out by itself, or where nothing does from what readers see. */
  isChanged: boolean
  /** The version when the page was made: a later one means that something has been written since. */
  version: number
  publishAt: string | null
  /** What goes out by itself: a scheduled text, or a change to one that readers have seen. */
  goingOut: { at: string; title: string; revisionId: string; savedAt: string } | null
  /** The address that readers have, or will have. */
  path: string | null
  /** Until when what has just gone out can be taken back. */
  takeBackUntil: string | null
  /** When it is to be looked at again, as YYYY-MM-DD, and why. */
  reviewDate: { on: string; note: string } | null
}

export interface LanguageVersion {
  language: Language
  /** Null when the story has not been written in that language. */
  id: string | null
  displayStatus: DisplayStatus | null
  title: string
  /** The version of its draft that the page was made from. */
  version: number
  /** How much of its source has changed since it was translated. */
  behind: number
  /** How much of it still reads as its source; null for a text that is no translation. */
  untranslated: { left: number; total: number } | null
}

/** The outcome of an action on a release, with the version it has now. */
export type Outcome = FormState

export interface PublicationActions {
  /** `key` names the press: one that is sent twice publishes once. `others` are language versions that go out with it. */
  publish: (
    releaseId: string,
    how: {
      baseVersion: number
      at: string | null
      /** What the change is to readers who have seen the text; a kind that is null has not been said. */
      change: { kind: ChangeKind | null; wrong: string; text: string } | null
      key: string
      /** Why it goes out unreviewed, where that has to be said. */
      reason: string
      /** The last step of its review that is shown. */
      baseStep: number
      /** Words to those who have the text under embargo. */
      greeting: string
      others: { id: string; baseVersion: number }[]
    },
  ) => Promise<Outcome>
  takeBack: (releaseId: string, others: string[]) => Promise<Outcome>
  /** Makes the draft again what goes out, or what readers see. */
  throwAway: (releaseId: string, baseVersion: number) => Promise<Outcome>
  /** Sets the day on which the text is to be looked at again, or takes it away. */
  setReviewDate: (releaseId: string, previous: FormState, data: FormData) => Promise<FormState>
  cancelSchedule: (releaseId: string, greeting?: string) => Promise<Outcome>
  withdraw: (releaseId: string, previous: FormState, data: FormData) => Promise<FormState>
  translate: (releaseId: string, language: Language) => Promise<Outcome>
  /** Notes that a text is meant to be the same in both languages. */
  markAlike: (releaseId: string, text: string) => Promise<Outcome>
  /** Takes that back; with null, for every text. */
  unmarkAlike: (releaseId: string, text: string | null) => Promise<Outcome>
  duplicate: (releaseId: string, previous: FormState, data: FormData) => Promise<FormState>
  trash: (releaseId: string, previous: FormState, data: FormData) => Promise<FormState>
}

/** What is done about the review of a text. Each names the version and the step that it answers. */
interface ReviewActions {
  submit: (
    releaseId: string,
    how: Answered & { note: string; reviewerId: string; dueAt: string | null },
  ) => Promise<Outcome>
  takeBack: (releaseId: string, baseStep: number) => Promise<Outcome>
  remind: (releaseId: string, baseStep: number) => Promise<Outcome>
  /** Notes that what went out unreviewed has been read. */
  noteRead: (releaseId: string, note: string) => Promise<Outcome>
  approve: (releaseId: string, how: Answered) => Promise<Outcome>
  askForChanges: (releaseId: string, how: Answered & { reason: string; dueAt: string | null }) => Promise<Outcome>
}

interface Answered {
  baseVersion: number
  baseStep: number
}

/** The outcome of making something new, with its id, and of a person what is left to fill in. */
export type Made = FormState & { id?: string; gaps?: Gap[] }

interface MakingActions {
  makePerson: (input: Introduction) => Promise<Made>
  makeSubject: (where: 'topics' | 'series', name: string, language: Language) => Promise<Made>
  reach: (personId: string, how: { phone: string; email: string }) => Promise<FormState>
  credit: (mediaId: string, name: string) => Promise<FormState>
  /** Takes back people who were added a moment ago, but those that something uses. */
  takeBack: (ids: string[]) => Promise<FormState>
  /** Brings back people who were taken back. */
  bringBack: (ids: string[]) => Promise<FormState>
}

export interface EditorProps {
  user: { id: string; name: string }
  mayPublish: boolean
  release: ReleaseFacts
  stored: Stored
  /** What goes out by itself, else what readers see; null where nothing does. */
  out: { revisionId: string; draft: Draft } | null
  versions: LanguageVersion[]
  /** The latest versions, latest first. */
  history: Version[]
  review: ReviewFacts
  people: PersonChoice[]
  pictures: LibraryItem[]
  documents: LibraryDocument[]
  topics: NamedChoice[]
  series: NamedChoice[]
  /** The organisations, named in the language of the text. */
  organisations: NamedChoice[]
  /** The credits given to pictures so far, the latest first. */
  photographers: Photographer[]
  /** Whether the member may add people, topics, series and organisations. */
  mayMake: boolean
  /** Live releases of the same language, to which a withdrawn one can redirect. */
  successors: { id: string; title: string }[]
  /** What stands before the slug in the address of a release: `/nyheter/`. */
  addressPrefix: string
  /** `mayEdit` tells whether the member may change the newsroom's settings. */
  newsroom: {
    name: string
    boilerplate: string
    fundersLine: string
    tagline: string
    /** The names of the funders, in the language of the text. */
    funders: string[]
    lixTarget: number
    /** Whether the writer is asked how AI was used. */
    asksForAi: boolean
    mayEdit: boolean
  }
  /**
   * Set when one language version has fallen behind the one it was made from: its language, and the other version's id.
   */
  olderTranslation: { language: Language; releaseId: string } | null
  /** Who has signed up for its press meeting, with a seat and in all; null while nobody can have. */
  meeting: { seated: number; total: number } | null
  /** The release that the text was translated from, with what it says. */
  source: Source | null
  /** The source's blocks, when they are shown beside the text. */
  translation: {
    source: { id: string; language: Language }
    rows: TranslationRows
    /** The images that the source shows. */
    pictures: LibraryItem[]
    settle: (releaseId: string, key: string) => Promise<Outcome>
  } | null
  actions: PublicationActions
  reviewing: ReviewActions
  making: MakingActions
}
