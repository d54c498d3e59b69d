'use client'
/** Offers people in a picker: those who stand in the text first, those used last, the others, and who can be added. */
import { useMemo, useState } from 'react'
import type { Making, PickerChoice } from '#components/ui/choice/choice-lines.ts'
import { inOrder } from '#components/ui/choice/in-order.ts'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { dayName } from '#lib/time/phrases.ts'
import { type KnownInText, likelyPeople } from './likely-people.ts'
import { personAsChoice } from './person-choice.ts'
import { type PersonChoice, usePickers } from './picker-context.tsx'
import type { AskedPerson } from './use-new-people.tsx'

interface Offer {
  choices: PickerChoice[]
  likely: string | undefined
  making: Making | undefined
  empty: string | undefined
  none: string
}

/** Returns how days are named now: “i går”. */
export function useDayName(): (at: Date) => string {
  const { language, timeZone } = useLocale()
  const [now] = useState(() => new Date())
  return (at) => dayName(at, { language, timeZone, now })
}

/** A role begins with a capital on a card, whatever it does in a sentence. */
const capital = (role: string): string => role.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/**
 * `near` are the words around the place that the picker is about, from the nearest; `onNew` is called with who is to be
 * added.
 */
export function useLikelyPeople(
  people: PersonChoice[],
  { near, onNew, isContact = false }: { near: string[]; onNew: (asked: AskedPerson) => void; isContact?: boolean },
): Offer {
  const t = useText('editor')
  const choiceText = useText('choices')
  const when = useDayName()
  const { language, mayMake, everybody, words } = usePickers()
  const around = near.join('\n')
  const { known, unknown, first } = useMemo(
    () => likelyPeople([...around.split('\n'), words.current()], everybody, language),
    [around, words, everybody, language],
  )
  // Whoever a text is about is seldom whom journalists call about it.
  const here = known.filter(({ person }) => people.includes(person) && (!isContact || person.pressContact))
  const standing = new Map(here.map((one) => [one.person, one]))
  const asChoice = (person: PersonChoice): PickerChoice => {
    const { isNear = false, letters = 0, role = '' } = standing.get(person) ?? ({} as Partial<KnownInText>)
    const choice = personAsChoice(person)
    const isUnreachable = isContact && !mayMake && !person.phone && !person.email
    return {
      ...choice,
      about: choice.about || capital(role),
      at: letters ? choiceText('apart', { count: letters }) : isNear ? t('choices-at-quote') : undefined,
      // Who may not say how somebody is reached cannot choose them for it.
      unfit: isUnreachable ? t('contact-unreachable') : undefined,
    }
  }
  const choices = inOrder(people, {
    inText: here.map(({ person }) => person),
    usedAt: ({ quotedAt, contactAt }) => (isContact ? contactAt : quotedAt),
    asChoice,
    groups: {
      inText: t('choices-in-text'),
      recent: t(isContact ? 'choices-contacts' : 'choices-quoted'),
      others: t('choices-others'),
    },
    when,
  })
  const aboutNew = (what: string, isNear: boolean) =>
    what
      ? t(isNear ? 'make-near-quote' : 'make-in-text', { what })
      : t(isNear ? 'make-near-quote-only' : 'make-in-text-only')
  const making: Making | undefined = mayMake
    ? {
        line: (name) => t(isContact ? 'make-contact' : 'make-person', { name }),
        about: t('make-chosen'),
        names: unknown.map(({ name, role, organisation, isNear }) => ({
          name,
          about: aboutNew([role, organisation].filter(Boolean).join(', '), isNear),
        })),
        onMake(name) {
          const { role = '', organisation = '' } = unknown.find((one) => one.name === name) ?? {}
          onNew({ name, role: capital(role), organisation, isContact })
        },
      }
    : undefined
  return {
    choices,
    making,
    likely: isContact ? undefined : first,
    empty: people.length === 0 && mayMake ? t('choices-none') : undefined,
    none: t('person-none'),
  }
}
