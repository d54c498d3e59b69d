'use client'
/** What a writer can choose among while writing: people and pictures. Blocks deep in the text ask here. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { type LibraryItem, sizeFor } from '#lib/library-item.ts'
import { inLanguage, type Language } from '#lib/locale.ts'

export interface PersonChoice {
  id: string
  name: string
  /** What the person's card would say on this release. */
  role: string
  organisation: string
  pressContact: boolean
  /** Still named in older texts, and no longer chosen. */
  archived: boolean
  phone: string
  email: string
  /** The address of the portrait, when there is one to show. */
  face: string | null
  /** Where readers find them, in the language of the release, when they have a page. */
  path: string | null
}

export interface Picture {
  id: string
  src: string
  filename: string
  width: number
  height: number
  credit: string
  /** What the library proposes for the language of the release. */
  alt: string
  caption: string
}

interface Choices {
  /** The language of the text, which need not be the writer's own. */
  language: Language
  /** Those who can be chosen. */
  people: PersonChoice[]
  person: (id: string | null) => PersonChoice | undefined
  picture: (id: string) => Picture | undefined
  /** Makes a picture known that has just come to the library. */
  learn: (item: LibraryItem) => Picture
  /** Opens the library. The answer is what was chosen there, or undefined. */
  choosePicture: () => Promise<Picture | undefined>
}

const mediaPicker = onDemand(async () => (await import('#components/media-picker.tsx')).MediaPicker)

const ChoicesContext = createContext<Choices | undefined>(undefined)

export function useChoices(): Choices {
  const choices = useContext(ChoicesContext)
  if (!choices) throw new Error('no Choices above this component')
  return choices
}

interface Props {
  language: Language
  people: PersonChoice[]
  /** The pictures the text shows already. */
  pictures: LibraryItem[]
  children: ReactNode
}

export function Choices({ language, people, pictures, children }: Props) {
  const [known, setKnown] = useState(() => new Map(pictures.map((item) => [item.id, asPicture(item, language)])))
  const [asking, setAsking] = useState<((picture: Picture | undefined) => void) | null>(null)

  const choosePicture = useCallback(
    () =>
      new Promise<Picture | undefined>((resolve) => {
        setAsking(() => (picture: Picture | undefined) => {
          setAsking(null)
          if (picture) setKnown((before) => new Map(before).set(picture.id, picture))
          resolve(picture)
        })
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
  const choices = useMemo<Choices>(() => {
    const byId = new Map(people.map((person) => [person.id, person]))
    return {
      language,
      people: people.filter((person) => !person.archived),
      person: (id) => (id ? byId.get(id) : undefined),
      picture: (id) => known.get(id),
      learn,
      choosePicture,
    }
  }, [language, people, known, learn, choosePicture])
  return (
    <ChoicesContext value={choices}>
      {children}
      {asking && (
        <OnDemand
          part={mediaPicker}
          isOpen
          onClose={() => asking(undefined)}
          onPick={(item) => asking(asPicture(item, language))}
        />
      )}
    </ChoicesContext>
  )
}

/** An image of the library as it stands in a text of this language. */
function asPicture(item: LibraryItem, language: Language): Picture {
  const { id, filename, width, height, credit } = item
  return {
    id,
    src: sizeFor(item, 960),
    filename,
    width,
    height,
    credit,
    alt: inLanguage(item.alt, language),
    caption: inLanguage(item.caption, language),
  }
}
