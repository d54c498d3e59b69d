'use client'
/** Asks for people where they are needed, and knows those who have been added since the page was opened. */
import { type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { peopleNamed } from '#lib/document/people-named.ts'
import type { Language } from '#lib/locale.ts'
import type { EditorProps, Made } from '../types.ts'
import type { PersonDraft, PersonErrors } from './new-person.tsx'
import type { PersonChoice } from './picker-context.tsx'

export interface AskedPerson {
  name: string
  role?: string
  organisation?: string
  /** Whether the person is to be a press contact. */
  isContact?: boolean
  known?: PersonChoice
}

/** Somebody to add without asking; with `known`, only how they are reached is stored. */
export type IntroducedPerson = PersonDraft & Pick<AskedPerson, 'isContact' | 'known'>
export type Introduced = { person: PersonChoice } | { errors: PersonErrors }

/** What comes of asking a server that does not answer. */
export const unreached: Made = { status: 'refused', errors: {} }

const newPerson = onDemand(async () => (await import('./new-person.tsx')).NewPerson, {
  takesKeys: true,
})

interface Question {
  asked: AskedPerson
  answer: (person: PersonChoice | undefined) => void
}

interface Options extends Pick<EditorProps, 'organisations'> {
  making: Pick<EditorProps['making'], 'makePerson' | 'reach'>
  language: Language
  /** Returns the words of the text as it stands. */
  words: RefObject<() => string>
}

/** Returns everybody known now, the functions that ask and that add without asking, and the dialog. */
export function useNewPeople(stored: PersonChoice[], { making, organisations, language, words }: Options) {
  const t = useText('editor')
  const [made, setMade] = useState<PersonChoice[]>([])
  const [question, setQuestion] = useState<Question>()
  // Whoever has been made here is known before the page is told anew.
  const people = useMemo(() => [...new Map([...stored, ...made].map((one) => [one.id, one])).values()], [made, stored])

  const askPerson = useCallback(
    (asked: AskedPerson) =>
      new Promise<PersonChoice | undefined>((resolve) => {
        const answer = (person: PersonChoice | undefined) => {
          setQuestion(undefined)
          resolve(person)
        }
        setQuestion({ asked, answer })
      }),
    [],
  )
  const introduce = useCallback(
    async ({ isContact = false, known, ...draft }: IntroducedPerson): Promise<Introduced> => {
      const request: Promise<Made> = known
        ? making.reach(known.id, draft).then((state) => ({ ...state, id: known.id }))
        : making.makePerson({ ...draft, pressContact: isContact, language })
      const outcome = await request.catch(() => unreached)
      if (outcome.status !== 'saved' || !outcome.id) {
        const errors: PersonErrors = outcome.errors
        return { errors: Object.keys(errors).length > 0 ? errors : { all: outcome.message ?? t('make-failed') } }
      }
      const { name, role, organisation, phone, email } = draft
      const unused = {
        face: null,
        path: null,
        archived: false,
        quotedAt: null,
        contactAt: null,
        gaps: outcome.gaps ?? [],
      }
      const fresh = { ...unused, role, organisation, pressContact: isContact, ...known }
      const person: PersonChoice = {
        ...fresh,
        id: outcome.id,
        name: name.trim(),
        phone: phone.trim(),
        email: email.trim(),
      }
      setMade((before) => [...before, person])
      return { person }
    },
    [making, language, t],
  )
  const save = async ({ asked, answer }: Question, draft: PersonDraft) => {
    const made = await introduce({ ...draft, isContact: asked.isContact, known: asked.known })
    if ('errors' in made) return made.errors
    announce(t('person-made', { name: made.person.name }))
    answer(made.person)
    return undefined
  }
  const dialog: ReactNode = question && (
    <OnDemand
      part={newPerson}
      initial={{ role: '', organisation: '', phone: '', email: '', ...question.asked.known, ...question.asked }}
      isContact={question.asked.isContact ?? false}
      known={question.asked.known}
      people={people.filter((person) => !person.archived)}
      organisations={organisations}
      places={peopleNamed(words.current(), language).flatMap((named) => named.organisation || [])}
      onSave={(draft: PersonDraft) => save(question, draft)}
      onChoose={question.answer}
      onClose={() => question.answer(undefined)}
    />
  )
  return { people, askPerson, introduce, dialog }
}
