'use client'
/** Adds the people that an accepted reading needs, and takes them back when it is undone. */
import { useMemo, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import type { Saver } from '../saving/saver.ts'
import type { EditorProps } from '../types.ts'
import { isTaken, newPeople, type Sheet } from './sheet.ts'

interface NeededPeople {
  /** Adds those who are new. Resolves to their ids by key, or to what went wrong; then nobody has been added. */
  add: (sheet: Sheet) => Promise<{ ids: Map<string, string> } | { trouble: string }>
  /** Has people who were added be in the newsroom, or not where nothing else needs them. */
  settle: (ids: string[], isNeeded: boolean) => void
}

export function useNeededPeople(making: EditorProps['making'], saver: Saver): NeededPeople {
  const t = useText('reading')
  const { introduce, everybody } = usePickers()
  const latest = useRef({ introduce, everybody })
  latest.current = { introduce, everybody }
  const there = useRef(new Set<string>())
  const last = useRef<Promise<unknown>>(Promise.resolve())

  return useMemo(() => {
    const inTurn = (act: () => Promise<unknown>) => {
      last.current = last.current.then(act).catch(() => announce(t('people-left')))
    }
    const takeBack = async (ids: string[]) => {
      for (const id of ids) there.current.delete(id)
      await making.takeBack(ids)
    }
    return {
      async add(sheet) {
        const isContact = (key: string) =>
          sheet.parts.some((part) => part.kind === 'contact' && part.person === key && isTaken(sheet, part))
        const ids = new Map<string, string>()
        for (const { key, id: _, ...said } of newPeople(sheet)) {
          const made = await latest.current.introduce({ ...said, isContact: isContact(key) })
          if ('errors' in made) {
            await takeBack([...ids.values()]).catch(() => undefined)
            const why = made.errors.all ?? Object.values(made.errors)[0] ?? ''
            return { trouble: t('person-failed', { name: said.name, why }) }
          }
          ids.set(key, made.person.id)
          there.current.add(made.person.id)
        }
        for (const { id, key, ...said } of sheet.people) {
          const known = latest.current.everybody.find((person) => person.id === id)
          if (known && isContact(key) && !known.phone && !known.email)
            await latest.current.introduce({ ...said, isContact: true, known })
        }
        return { ids }
      },
      settle(ids, isNeeded) {
        const others = ids.filter((id) => there.current.has(id) !== isNeeded)
        if (others.length === 0) return
        if (!isNeeded) {
          inTurn(async () => {
            // The text must have let go of them first.
            await saver.flush()
            await takeBack(others)
          })
          return
        }
        for (const id of others) there.current.add(id)
        inTurn(() => making.bringBack(others))
      },
    }
  }, [making, saver, t])
}
