/** What the editor is given by its page. */
import type { Version } from '#db/releases/history.ts'
import type { Standing } from '#db/releases/list.ts'
import type { TranslationRows } from '#lib/document/translation.ts'
import type { FormState } from '#lib/form.ts'
import type { Language } from '#lib/locale.ts'
import type { LibraryDocument, LibraryItem } from '#lib/media/library-item.ts'
import type { PersonChoice } from './pickers/picker-context.tsx'
import type { Stored } from './saving/draft-requests.ts'

export interface ReleaseFacts {
  id: string
  language: Language
  standing: Standing
  /** Something has been written that is not in what goes out, or has gone out. */
  isChanged: boolean
  /** The version at the time the page was made: a later one means something has been written since. */
  version: number
  publishAt: string | null
  /** Where readers find it, or will. */
  path: string | null
}

export interface LanguageVersion {
  language: Language
  /** Missing when the story has not been written in that language. */
  id: string | null
  standing: Standing | null
  /** How much of its source has changed since it was translated. */
  behind: number
}

/** The outcome of something done to a release, with the version it has now. */
export type Outcome = FormState

export interface PublicationActions {
  publish: (releaseId: string, how: { baseVersion: number; at: string | null; correction: string }) => Promise<Outcome>
  cancelSchedule: (releaseId: string) => Promise<Outcome>
  withdraw: (releaseId: string, previous: FormState, data: FormData) => Promise<FormState>
  translate: (releaseId: string, language: Language) => Promise<Outcome>
}

export interface EditorProps {
  user: { id: string; name: string }
  mayPublish: boolean
  release: ReleaseFacts
  stored: Stored
  versions: LanguageVersion[]
  /** The latest versions, latest first. */
  history: Version[]
  people: PersonChoice[]
  pictures: LibraryItem[]
  documents: LibraryDocument[]
  topics: { id: string; name: string }[]
  series: { id: string; name: string }[]
  /** Published releases of the same language, which a withdrawn one can lead to. */
  successors: { id: string; title: string }[]
  /** Before the slug in the address of a release: `/nyheter/`. */
  addressPrefix: string
  newsroom: { name: string; boilerplate: string; lixTarget: number }
  /** The older of two languages when one was made from the other and has fallen behind, and the other version's id. */
  olderTranslation: { language: Language; releaseId: string } | null
  /** What the text was translated from. */
  source: { id: string; language: Language } | null
  /** The source's blocks, when they are shown beside the text. */
  beside: {
    source: { id: string; language: Language }
    rows: TranslationRows
    /** The pictures the source shows. */
    pictures: LibraryItem[]
    settle: (releaseId: string, key: string) => Promise<Outcome>
  } | null
  actions: PublicationActions
}
