'use client'
/** Which rows of a list are selected. */
import { createContext, useContext } from 'react'

export interface SelectionState {
  ids: string[]
  isSelected: (id: string) => boolean
  /** Selects or unselects a row, or all from the last one pressed to this one. */
  toggle: (id: string, isRange: boolean) => void
  /** Whether all rows of the page are selected, some, or none. */
  page: 'all' | 'some' | 'none'
  togglePage: () => void
}

const SelectionContext = createContext<SelectionState | undefined>(undefined)

export const SelectionProvider = SelectionContext.Provider

export function useSelection(): SelectionState {
  const state = useContext(SelectionContext)
  if (!state) throw new Error('no list with a selection above this component')
  return state
}
