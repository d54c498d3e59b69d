'use client'
/**
 * A list whose rows can be selected: what can be done with them stands above it while something is. Every action does all
 * it may, says the rest, and can be undone as a whole.
 */
import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useState, useTransition } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { LeftNotice } from './left-notice.tsx'
import { SelectionProvider } from './selection-context.tsx'
import type { BulkAction, BulkAnswer, Selected } from './types.ts'
import { useKeys } from './use-keys.ts'
import { useRowsSelection } from './use-rows-selection.ts'

const question = onDemand(async () => (await import('./bulk-dialog.tsx')).BulkDialog, {
  takesKeys: true,
})

interface Props {
  /** The ids of the rows on the page, in their order. */
  ids: string[]
  /** How many there are on all pages. */
  total: number
  /** The filter, as in an address, by which all of them are found; null where all are on the page. */
  filter: string | null
  /** What can be done with what is selected. Without any, nothing can be. */
  actions: BulkAction[]
  undo: (undo: string) => Promise<BulkAnswer>
  children: ReactNode
}

interface Asked {
  action: BulkAction
  choice: string
  answer: BulkAnswer
}

export function SelectableList({ ids, total, filter, actions, undo, children }: Props) {
  const t = useText('lists')
  const router = useRouter()
  const selection = useRowsSelection(ids, total)
  const [done, setDone] = useState<BulkAnswer>()
  const [asked, setAsked] = useState<Asked>()
  const [pending, startChange] = useTransition()

  const run = (work: () => Promise<BulkAnswer>, onQuestion?: (answer: BulkAnswer) => void) =>
    startChange(async () => {
      try {
        const answer = await work()
        if (answer.question && onQuestion) return onQuestion(answer)
        setAsked(undefined)
        setDone(answer)
        announce([answer.message, ...answer.left.map(({ name, reason }) => `${name}: ${reason}`)].join(' '))
        selection.clear()
        router.refresh()
      } catch {
        setAsked(undefined)
        setDone({ message: t('failed'), left: [] })
        announce(t('failed'))
      }
    })
  const selected = useMemo<Selected>(
    () => ({ ids: selection.isAll ? [] : selection.ids, all: selection.isAll ? (filter ?? '') : null }),
    [selection.isAll, selection.ids, filter],
  )
  const make = ({ making }: BulkAction, name: string) => {
    if (making && !pending) run(() => making.change(selected, name))
  }
  const change = (action: BulkAction, choice: string, isAsked = false) => {
    if (pending) return
    run(
      () => action.change(selected, choice, isAsked),
      (answer) => setAsked({ action, choice, answer }),
    )
  }
  const rows = useKeys((event) => {
    if (event.defaultPrevented || actions.length === 0) return
    if (event.key === 'Escape' && selection.count > 0) {
      event.preventDefault()
      selection.clear()
      announce(t('cleared'))
    }
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      selection.selectPage()
    }
  })
  return (
    <SelectionProvider value={selection}>
      {done && <LeftNotice left={done.left} onClose={() => setDone({ ...done, left: [] })} />}
      {selection.count > 0 && (
        <BulkBar
          count={selection.count}
          selected={selected}
          actions={actions}
          pending={pending}
          onChoose={change}
          onMake={make}
          onClear={selection.clear}
        />
      )}
      {filter !== null && selection.page === 'all' && total > ids.length && (
        <p className="pick-all">
          {selection.isAll ? t('all-selected', { count: total }) : t('page-selected', { count: ids.length })}{' '}
          {!selection.isAll && (
            <button className="text-button" type="button" onClick={selection.selectAll}>
              {t('select-all', { count: total })}
            </button>
          )}
        </p>
      )}
      <p className="vh" role="status">
        {selection.count > 0 && t('selected', { count: selection.count })}
      </p>
      <div ref={rows}>{children}</div>
      {asked && (
        <OnDemand
          part={question}
          question={asked.answer.question}
          pending={pending}
          onConfirm={() => change(asked.action, asked.choice, true)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {done?.message && (
        <PassingToast key={done.message} onClose={() => setDone((now) => now && { ...now, message: '' })}>
          <span>{done.message}</span>
          {done.show && (
            <a className="text-button" href={done.show.href}>
              {done.show.label}
            </a>
          )}
          {done.undo && (
            <button
              className="text-button"
              type="button"
              aria-disabled={pending || undefined}
              onClick={() => !pending && run(() => undo(done.undo ?? ''))}
            >
              {t('undo')}
            </button>
          )}
        </PassingToast>
      )}
    </SelectionProvider>
  )
}
