'use client'
/**
 * What a writer can pick while writing: people, images and documents. Blocks deep in the text get it from this context.
 */
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Gap } from '#lib/gaps.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import {
  type DocumentType,
  type LibraryDocument,
  type LibraryItem,
  manyNames,
  sizeFor,
} from '#lib/media/library-item.ts'
import type { EditorProps } from '../types.ts'
import { type AskedPerson, type Introduced, type IntroducedPerson, unreached, useNewPeople } from './use-new-people.tsx'

export interface PersonChoice {
  id: string
  name: string
  /** The position that the person's card would show on this release. */
  role: string
  organisation: string
  pressContact: boolean
  /** Whether the person is archived: still named in older texts, and no longer offered. */
  archived: boolean
  phone: string
  email: string
  /** What is left to fill in, for whoever may do it. */
  gaps: Gap[]
  /** The address of the portrait, when there is one to show. */
  face: string | null
  /** The address of the person's page in the language of the release, when they have one. */
  path: string | null
  /** When a text that quotes them, or has them as its contact, was last changed; null for never. */
  quotedAt: string | null
  contactAt: string | null
  /** Whether the person is only offered, and not in the newsroom yet. */
  isNew?: boolean
}

/** Who took pictures, and how many. */
export interface Photographer {
  name: string
  pictures: number
}

export interface Picture {
  id: string
  src: string
  filename: string
  width: number
  height: number
  credit: string
  /** Who took it by the file's own account, and the field that says so. */
  fileCredit: string
  fileCreditField: string
  /** How it was made, as a code of IPTC's; empty where nothing is said. */
  digitalSourceType: string
  /** The library's alternative text in the language of the release. */
  alt: string
  caption: string
}

/** A document of the library, with its title in the language of the release. */
export interface DocumentChoice {
  id: string
  type: DocumentType
  bytes: number
  title: string
}

type OfferedPerson = Pick<PersonChoice, 'id' | 'name' | 'role' | 'organisation' | 'phone' | 'email'>

interface Pickers {
  /** The language of the text, which need not be the writer's own. */
  language: Language
  /** The people who can be picked. */
  people: PersonChoice[]
  /** All who are known, those archived as well. */
  everybody: PersonChoice[]
  mayMake: boolean
  making: EditorProps['making']
  photographers: Photographer[]
  /** Returns the words of the text as it stands, for who is named in it. */
  words: RefObject<() => string>
  /**
   * Asks for what must be known of somebody new, or how somebody known is reached. Resolves to the person, or to
   * undefined where the writer lets it be.
   */
  askPerson: (asked: AskedPerson) => Promise<PersonChoice | undefined>
  /** Adds somebody, or says how somebody known is reached, without asking. */
  introduce: (person: IntroducedPerson) => Promise<Introduced>
  /** Has people who are not in the newsroom be shown where the text names them. They cannot be picked. */
  offer: (people: OfferedPerson[]) => void
  /** Says who took a picture. Resolves to what was wrong, if anything. */
  credit: (mediaId: string, name: string) => Promise<string | undefined>
  person: (id: string | null) => PersonChoice | undefined
  picture: (id: string) => Picture | undefined
  /** Adds an image that has just been uploaded to the library. */
  learn: (item: LibraryItem) => Picture
  document: (id: string) => DocumentChoice | undefined
  /** Opens the library. Resolves to the image chosen there, or to undefined. */
  choosePicture: () => Promise<Picture | undefined>
  /** Does the same for several, in the order they were chosen. */
  choosePictures: () => Promise<Picture[]>
  chooseDocument: () => Promise<DocumentChoice | undefined>
}

const mediaPicker = onDemand(async () => (await import('#components/library/media-picker.tsx')).MediaPicker, {
  takesKeys: true,
})

const PickersContext = createContext<Pickers | undefined>(undefined)

export function usePickers(): Pickers {
  const pickers = useContext(PickersContext)
  if (!pickers) throw new Error('no pickers above this component')
  return pickers
}

interface Props extends Pick<EditorProps, 'making' | 'mayMake' | 'organisations' | 'photographers'> {
  language: Language
  people: PersonChoice[]
  /** The images that the text shows already. */
  pictures: LibraryItem[]
  /** The documents that the text offers already. */
  documents: LibraryDocument[]
  children: ReactNode
}

export function Pickers({ language, people: stored, pictures, documents, children, ...page }: Props) {
  const { making, mayMake, organisations, photographers } = page
  const t = useText('editor')
  const words = useRef(() => '')
  const { people, askPerson, introduce, dialog } = useNewPeople(stored, { making, organisations, language, words })
  const [known, setKnown] = useState(() => new Map(pictures.map((item) => [item.id, asPicture(item, language)])))
  const [papers, setPapers] = useState(() => new Map(documents.map((item) => [item.id, asPaper(item, language)])))
  const [offered, setOffered] = useState<OfferedPerson[]>([])
  const [asking, setAsking] = useState<OpenPicker | null>(null)

  const ask = useCallback(
    <T,>(question: (answer: (chosen: T) => void) => OpenPicker) =>
      new Promise<T>((resolve) => {
        const answer = (chosen: T) => {
          setAsking(null)
          resolve(chosen)
        }
        setAsking(question(answer))
      }),
    [],
  )
  const learn = useCallback(
    (item: LibraryItem) => {
      const picture = asPicture(item, language)
      setKnown((before) => new Map(before).set(picture.id, picture))
      return picture
    },
    [language],
  )
  const choosePictures = useCallback(
    async (several: boolean) => {
      const items = await ask<LibraryItem[]>((answer) =>
        several ? { kind: 'images', answer } : { kind: 'image', answer },
      )
      return items.map(learn)
    },
    [ask, learn],
  )
  const chooseDocument = useCallback(async () => {
    const item = await ask<LibraryDocument | undefined>((answer) => ({ kind: 'document', answer }))
    const paper = item && asPaper(item, language)
    if (paper) setPapers((before) => new Map(before).set(paper.id, paper))
    return paper
  }, [ask, language])
  const credit = useCallback(
    async (mediaId: string, name: string) => {
      const outcome = await making.credit(mediaId, name).catch(() => unreached)
      if (outcome.status !== 'saved') return outcome.message ?? Object.values(outcome.errors)[0] ?? t('make-failed')
      setKnown((before) => {
        const picture = before.get(mediaId)
        return picture ? new Map(before).set(mediaId, { ...picture, credit: name }) : before
      })
      announce(t('photographer-saved', { name }))
      return undefined
    },
    [making, t],
  )
  const pickers = useMemo<Pickers>(() => {
    const byId = new Map([...offered.map(asOffered), ...people].map((person) => [person.id, person]))
    return {
      language,
      people: people.filter((person) => !person.archived),
      everybody: people,
      mayMake,
      making,
      photographers,
      words,
      askPerson,
      introduce,
      offer: setOffered,
      credit,
      person: (id) => (id ? byId.get(id) : undefined),
      picture: (id) => known.get(id),
      document: (id) => papers.get(id),
      learn,
      choosePicture: async () => (await choosePictures(false))[0],
      choosePictures: () => choosePictures(true),
      chooseDocument,
    }
  }, [
    language,
    people,
    offered,
    known,
    papers,
    learn,
    choosePictures,
    chooseDocument,
    mayMake,
    making,
    photographers,
    askPerson,
    introduce,
    credit,
  ])
  return (
    <PickersContext value={pickers}>
      {children}
      {asking && <Picker asking={asking} />}
      {dialog}
    </PickersContext>
  )
}

type OpenPicker =
  | { kind: 'image' | 'images'; answer: (items: LibraryItem[]) => void }
  | { kind: 'document'; answer: (item: LibraryDocument | undefined) => void }

/** The library, open for what is wanted. Closing it without a choice resolves it too. */
function Picker({ asking }: { asking: OpenPicker }) {
  const open = { part: mediaPicker, isOpen: true }
  if (asking.kind === 'document')
    return <OnDemand {...open} kind="document" onClose={() => asking.answer(undefined)} onPick={asking.answer} />
  const close = () => asking.answer([])
  if (asking.kind === 'images') return <OnDemand {...open} kind="images" onClose={close} onPick={asking.answer} />
  return <OnDemand {...open} kind="image" onClose={close} onPick={(item: LibraryItem) => asking.answer([item])} />
}

const asOffered = (person: OfferedPerson): PersonChoice => ({
  ...person,
  pressContact: false,
  archived: false,
  gaps: [],
  quotedAt: null,
  contactAt: null,
  face: null,
  path: null,
  isNew: true,
})

/** Returns a document of the library as it stands in a text of this language. */
const asPaper = ({ id, type, bytes, title, filename }: LibraryDocument, language: Language): DocumentChoice => ({
  id,
  type,
  bytes,
  title: inLanguage(title, language).trim() || filename,
})

/** Returns an image of the library as it stands in a text of this language. */
function asPicture(item: LibraryItem, language: Language): Picture {
  const { id, filename, width, height, credit, fileCredit, fileCreditField, digitalSourceType } = item
  return {
    id,
    src: sizeFor(item, 960),
    filename,
    width,
    height,
    credit,
    fileCredit: fileCredit.replaceAll(manyNames, ', '),
    fileCreditField,
    digitalSourceType,
    // A text in another language would be read as if it were in this one.
    alt: item.alt[language] ?? '',
    caption: item.caption[language] ?? '',
  }
}
