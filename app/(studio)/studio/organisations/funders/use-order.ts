'use client'
import { startTransition, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'

interface Named {
  id: string
  name: string
}

/** The list in the order it is being put into. Each move is saved at once, and taken back where that is refused. */
export function useOrder<Item extends Named>(given: Item[], save: (ids: string[]) => Promise<FormState>) {
  const t = useText('funders')
  const failed = useText('lists')('failed')
  const [stored, setStored] = useState(given)
  const [items, setItems] = useState(given)
  const [trouble, setTrouble] = useState('')
  if (given !== stored) {
    setStored(given)
    setItems(given)
  }
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || from === to || to < 0 || to >= items.length) return
    const moved = items.toSpliced(from, 1).toSpliced(to, 0, item)
    setItems(moved)
    setTrouble('')
    announce(t('moved', { name: item.name, place: to + 1, count: moved.length }))
    startTransition(async () => {
      const state = await save(moved.map(({ id }) => id)).catch(() => undefined)
      if (state?.status === 'saved') return
      setItems(items)
      setTrouble(state?.message ?? failed)
    })
  }
  return { items, move, trouble }
}
