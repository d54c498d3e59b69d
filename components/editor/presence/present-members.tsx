'use client'
/** Shows who else has the text open: a piece of information, never a warning. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Initials } from '#components/ui/brand-mark.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Present } from '#db/releases/presence.ts'
import { whenText } from '#lib/time/phrases.ts'
import type { Presence } from './presence.ts'

const nobody: Present[] = []
/** The most portraits shown; beyond that there are just many. */
const maxFaces = 3

export function PresentMembers({ presence, userId }: { presence: Presence; userId: string }) {
  const t = useText('editor')
  const others = useSyncExternalStore(presence.subscribe, presence.current, () => nobody)
  const textOf = usePresentText(userId)
  useAnnouncedMembers(others, textOf)
  const [first, ...rest] = others
  if (!first) return null
  return (
    <p className="presence" title={others.map(textOf).join('\n')}>
      {others.slice(0, maxFaces).map(({ userId: id, name }) => (
        <Initials key={id} name={name} />
      ))}
      <span className="who">
        {textOf(first)}
        {rest.length > 0 && ` ${t('present-more', { count: rest.length })}`}
      </span>
    </p>
  )
}

function usePresentText(userId: string) {
  const t = useText('editor')
  const clock = useLocale()
  return (one: Present): string => {
    const { name, since, writingSince, place } = one
    if (one.userId === userId) return t('present-self')
    if (writingSince === null) return t('present-open', { name, when: whenText(since, clock) })
    const when = whenText(writingSince, clock)
    return place === null ? t('present-writing', { name, when }) : t('present-writing-at', { name, place, when })
  }
}

/** Announces when somebody comes, but not every block they move to. */
function useAnnouncedMembers(others: Present[], textOf: (one: Present) => string) {
  const before = useRef<Set<string>>(new Set())
  useEffect(() => {
    const arrived = others.filter(({ userId }) => !before.current.has(userId))
    before.current = new Set(others.map(({ userId }) => userId))
    if (arrived.length) announce(arrived.map(textOf).join('. '))
  })
}
