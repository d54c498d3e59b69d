import { useMemo, useRef, useState } from 'react'
import type { SelectionState } from './selection-context.tsx'

export interface RowsSelection extends SelectionState {
  /** How many are selected: on this page and others, or all that the filter finds. */
  count: number
  isAll: boolean
  selectPage: () => void
  selectAll: () => void
  clear: () => void
}

/** Keeps what is selected of the rows on the page, of those on other pages, or that all are. */
export function useRowsSelection(pageIds: string[], total: number): RowsSelection {
  const [chosen, setChosen] = useState<string[]>([])
  const [isAll, setIsAll] = useState(false)
  const last = useRef<string>(undefined)
  return useMemo(() => {
    const selected = new Set(chosen)
    const onPage = pageIds.filter((id) => isAll || selected.has(id)).length
    const choose = (ids: string[]) => {
      setIsAll(false)
      setChosen(ids)
    }
    const selectPage = () => choose([...new Set([...chosen, ...pageIds])])
    return {
      ids: chosen,
      count: isAll ? total : chosen.length,
      isAll,
      isSelected: (id) => isAll || selected.has(id),
      page: pageIds.length > 0 && onPage === pageIds.length ? 'all' : onPage > 0 ? 'some' : 'none',
      toggle(id, isRange) {
        const now = isAll ? pageIds : chosen
        const isOn = !now.includes(id)
        const [from, to] = [pageIds.indexOf(last.current ?? id), pageIds.indexOf(id)].sort((a, b) => a - b)
        const range = isRange && from !== undefined && from >= 0 ? pageIds.slice(from, (to ?? from) + 1) : [id]
        last.current = id
        choose(isOn ? [...new Set([...now, ...range])] : now.filter((one) => !range.includes(one)))
      },
      togglePage() {
        if (onPage === pageIds.length) choose(chosen.filter((id) => !pageIds.includes(id)))
        else selectPage()
      },
      selectPage,
      selectAll: () => setIsAll(true),
      clear: () => choose([]),
    }
  }, [chosen, isAll, pageIds, total])
}
