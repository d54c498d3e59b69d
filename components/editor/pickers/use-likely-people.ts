'use client'
/** Offers people in a picker: those who stand in the text first, then the others, then those who can be added. */
import { useMemo } from 'react'
import { useText } from '#components/ui/messages.tsx'
import type { Making, PickerChoice } from './choice-lines.ts'
import { likelyPeople } from './likely-people.ts'
import { personAsChoice } from './person-choice.ts'
import { type PersonChoice, usePickers } from './picker-context.tsx'
import type { AskedPerson } from './use-new-people.tsx'

interface Offer {
  choices: PickerChoice[]
  likely: string | undefined
  making: Making | undefined
  empty: string | undefined
}

/**
 * `near` are the words around the place that the picker is about, from the nearest; `onNew` is called with who is to be
 * added.
 */
export function useLikelyPeople(
  people: PersonChoice[],
  { near, onNew, isContact = false }: { near: string[]; onNew: (asked: AskedPerson) => void; isContact?: boolean },
): Offer {
  const t = useText('editor')
  const { language, mayMake, everybody, words } = usePickers()
  const around = near.join('\n')
  const { known, unknown, first } = useMemo(
    () => likelyPeople([...around.split('\n'), words.current()], everybody, language),
    [around, words, everybody, language],
  )
  // Whoever a text is about is seldom whom journalists call about it.
  const inText = isContact ? [] : known.flatMap(({ person }) => people.find(({ id }) => id === person.id) ?? [])
  const others = people.filter((person) => !inText.includes(person))
  const grouped = (list: PersonChoice[], group: string) => list.map((person) => ({ ...personAsChoice(person), group }))
  const choices = inText.length
    ? [...grouped(inText, t('choices-in-text')), ...grouped(others, t('choices-others'))]
    : others.map(personAsChoice)
  const aboutNew = (what: string) => (what ? t('make-in-text', { what }) : t('make-in-text-only'))
  const making: Making | undefined = mayMake
    ? {
        line: (name) => t(isContact ? 'make-contact' : 'make-person', { name }),
        about: t('make-chosen'),
        names: isContact
          ? []
          : unknown.map(({ name, role, organisation }) => ({
              name,
              about: aboutNew([role, organisation].filter(Boolean).join(', ')),
            })),
        onMake(name) {
          const { role = '', organisation = '' } = unknown.find((one) => one.name === name) ?? {}
          // A role begins with a capital on a card, whatever it does in a sentence.
          onNew({ name, role: role.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), organisation, isContact })
        },
      }
    : undefined
  return {
    choices,
    making,
    likely: isContact ? undefined : first,
    empty: people.length === 0 && mayMake ? t('choices-none') : undefined,
  }
}
