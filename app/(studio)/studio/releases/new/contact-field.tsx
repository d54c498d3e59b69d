'use client'
/** Who journalists call about a new text: somebody known, or a new press contact by the name that is typed. */
import { useState } from 'react'
import { contactLine, personAsChoice } from '#components/editor/pickers/person-choice.ts'
import type { PersonChoice } from '#components/editor/pickers/picker-context.tsx'
import { type AskedPerson, useNewPeople } from '#components/editor/pickers/use-new-people.tsx'
import type { EditorProps } from '#components/editor/types.ts'
import { ChoiceInput } from '#components/ui/choice/choice-input.tsx'
import { Field } from '#components/ui/form/field.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isLanguage, type Language } from '#lib/locale.ts'
import { isSameName } from '#lib/search/near-names.ts'

interface Props extends Pick<EditorProps, 'mayMake' | 'organisations'> {
  people: PersonChoice[]
  /** Whom the member named last, by id. */
  usual: string | undefined
  making: Pick<EditorProps['making'], 'makePerson' | 'reach'>
  /** The language of the text until another is chosen. */
  language: Language
}

/** The words of a text that is not begun. */
const words = { current: () => '' }

export function ContactField({ people: stored, usual, mayMake, making, organisations, language: first }: Props) {
  const t = useText('releases')
  const et = useText('editor')
  const [language, setLanguage] = useState(first)
  const { people, askPerson, dialog } = useNewPeople(stored, { making, organisations, language, words })
  const isReached = ({ phone, email }: PersonChoice) => Boolean(phone || email)
  const offered = people.filter((one) => !one.archived && (mayMake || isReached(one)))
  const contacts = offered.filter(({ pressContact }) => pressContact)
  const [chosen, setChosen] = useState(contacts.find(({ id }) => id === usual) ?? contacts[0])
  const [typed, setTyped] = useState(chosen?.name ?? '')
  const take = (person: PersonChoice | undefined) => {
    setChosen(person)
    if (person) setTyped(person.name)
  }
  const ask = async (asked: AskedPerson, field: HTMLElement | null) => {
    const form = new FormData(field?.closest('form') ?? undefined)
    const spoken = form.get('language')
    if (isLanguage(spoken)) setLanguage(spoken)
    const person = await askPerson({ ...asked, isContact: true })
    if (person) take(person)
    requestAnimationFrame(() => field?.focus())
  }
  const choices = [...contacts, ...offered.filter(({ pressContact }) => !pressContact)].map((person) => ({
    ...personAsChoice(person),
    group: person.pressContact ? et('press-contact') : et('choices-others'),
  }))
  const note = chosen ? contactLine(chosen) : typed.trim() ? t('contact-unknown') : t('contact-none')
  return (
    <Field name="contact" label={t('contact')} hint={t('contact-hint')} note={note}>
      {({ name, ...tied }) => (
        <>
          <input type="hidden" name={name} value={chosen?.id ?? ''} />
          <ChoiceInput
            tied={tied}
            label={t('contact')}
            placeholder={et('person-placeholder')}
            value={typed}
            maxLength={100}
            choices={choices}
            making={
              mayMake
                ? {
                    line: (said) => et('make-contact', { name: said }),
                    about: et('make-chosen'),
                    onMake: (said) => void ask({ name: said }, document.getElementById(tied.id)),
                  }
                : undefined
            }
            onType={(said) => {
              setTyped(said)
              setChosen(offered.find((one) => isSameName(one.name, said) && isReached(one)))
            }}
            onChoose={({ id }) => {
              const known = offered.find((one) => one.id === id)
              // Nobody is told to call somebody who cannot be called.
              if (known && !isReached(known)) void ask({ name: known.name, known }, document.getElementById(tied.id))
              else take(known)
            }}
          />
          {dialog}
        </>
      )}
    </Field>
  )
}
