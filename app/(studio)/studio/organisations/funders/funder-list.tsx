'use client'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { UndoToast } from '#components/ui/undo-toast.tsx'
import type { FormState } from '#lib/form.ts'
import styles from './funders.module.css'
import { useDrag } from './use-drag.ts'
import { useOrder } from './use-order.ts'

interface Funder {
  id: string
  name: string
  host: string
  icon: ReactNode
}

interface Props {
  funders: Funder[]
  order: (ids: string[]) => Promise<FormState>
  remove: (id: string) => Promise<FormState>
  restore: (id: string, order: string[]) => Promise<FormState>
}

/** The funders in their order, which is changed by dragging or by the buttons and saved at once. */
export function FunderList({ funders, order, remove, restore }: Props) {
  const t = useText('funders')
  const failed = useText('lists')('failed')
  const undo = useText('lists')('undo')
  const list = useRef<HTMLOListElement>(null)
  const { items, move, trouble } = useOrder(funders, order)
  const { handle, look } = useDrag(list, move)
  const [removed, setRemoved] = useState<{ funder: Funder; order: string[] }>()
  const [refusal, setRefusal] = useState('')

  /** The button just pressed may have moved with its row: the focus follows it, or takes the other at an end. */
  const step = (index: number, by: -1 | 1) => {
    const id = items[index]?.id
    move(index, index + by)
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-do="${by === -1 ? 'up' : 'down'}"]`)?.focus(),
    )
  }
  const takeAway = async (funder: Funder) => {
    const before = items.map(({ id }) => id)
    const state = await remove(funder.id).catch(() => undefined)
    setRefusal(state?.status === 'saved' ? '' : (state?.message ?? failed))
    if (state?.status !== 'saved') return
    setRemoved({ funder, order: before })
    // The button goes with its row.
    list.current?.focus()
  }
  const putBack = async (): Promise<FormState> => {
    if (!removed) return { status: 'idle', errors: {} }
    const state = await restore(removed.funder.id, removed.order)
    if (state.status === 'saved') setRemoved(undefined)
    return state
  }
  return (
    <>
      {(trouble || refusal) && (
        <p className="notice warn" role="alert">
          {trouble || refusal}
        </p>
      )}
      {items.length === 0 && <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>}
      {items.length > 0 && (
        <ol className={styles.list} ref={list} tabIndex={-1} aria-label={t('heading')}>
          {items.map((funder, index) => (
            <li key={funder.id} data-row={funder.id} data-drag={look(index)}>
              <span className={styles.grip} title={t('drag')} aria-hidden="true" {...handle(index)}>
                <Icon name="grip" />
              </span>
              {funder.icon}
              <div className={styles.name}>
                <a href={`/studio/organisations/${funder.id}`}>{funder.name}</a>
                {funder.host && <p>{funder.host}</p>}
              </div>
              <div className="btns">
                <Button
                  look="quiet"
                  small
                  className="icon-only"
                  icon="arrow-up"
                  data-do="up"
                  disabled={index === 0}
                  aria-label={t('move-up', { name: funder.name })}
                  onClick={() => step(index, -1)}
                />
                <Button
                  look="quiet"
                  small
                  className="icon-only"
                  icon="arrow-down"
                  data-do="down"
                  disabled={index === items.length - 1}
                  aria-label={t('move-down', { name: funder.name })}
                  onClick={() => step(index, 1)}
                />
                <Button look="quiet" small onClick={() => takeAway(funder)}>
                  {t('remove')}
                  <span className="vh"> {funder.name}</span>
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {removed && (
        <UndoToast action={putBack} undo={undo}>
          {t('removed', { name: removed.funder.name })}
        </UndoToast>
      )}
    </>
  )
}
