'use client'
import { useEffect, useRef, useState } from 'react'
import type { Made } from '#components/editor/types.ts'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import type { NamedChoice } from '#components/ui/choice/in-order.ts'
import { FormContext } from '#components/ui/form/form-context.tsx'
import { type Row, useRows } from '#components/ui/form/use-rows.ts'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { whenThere } from '#components/ui/reveal.ts'
import { inLanguage, type Language, type Localized } from '#lib/locale.ts'
import { OthersChoice } from './others-choice.tsx'
import styles from './person.module.css'
import { PositionFields } from './position-fields.tsx'
import { spanText } from './position-month.ts'

export interface PositionValue {
  title: Localized
  organisationId: string
  since: string
  until: string
}
interface RoleState extends PositionValue {
  isOpen: boolean
  isOver: boolean
}
export type PositionRow = RoleState & Row

interface Props {
  roles: PositionValue[]
  organisations: NamedChoice[]
  languages: Language[]
  onMakeOrganisation: (name: string) => Promise<Made>
}

const stateOf = (position: PositionValue, isOpen: boolean): RoleState => ({
  ...position,
  isOpen,
  isOver: position.until !== '',
})
const empty: PositionValue = { title: {}, organisationId: '', since: '', until: '' }

/** The positions of a person, newest first. One is shown on a line until it is edited. */
export function PositionsEditor({ roles, organisations: stored, languages, onMakeOrganisation }: Props) {
  const t = useText('people')
  const list = useRef<HTMLOListElement>(null)
  const [made, setMade] = useState<NamedChoice[]>([])
  // Who saves gets them from the server as well.
  const organisations = [...new Map([...made, ...stored].map((one) => [one.id, one])).values()]
  const editor = useRows<RoleState>(
    'roles',
    roles.map((position) => stateOf(position, false)),
  )
  if (editor.isNewAnswer) {
    const wrong = editor.rows.filter((row) => editor.hasError(row) && !row.isOpen).map((row) => row.key)
    if (wrong.length) editor.show(wrong, { isOpen: true })
  }
  /** Moves the focus once the list has been rendered anew. */
  const focus = (key: number, what: 'up' | 'down' | 'change' | 'input') =>
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-row="${key}"]`)
      row?.querySelector<HTMLElement>(what === 'input' ? 'input:not([type=hidden])' : `[data-do="${what}"]`)?.focus()
    })
  useAskedFor((index) => {
    const row = editor.rows[index]
    if (row) editor.show([row.key], { isOpen: true })
  })
  const move = (row: PositionRow, by: -1 | 1) => {
    editor.move(row, by)
    announce(t('moved', { place: editor.rows.indexOf(row) + by + 1, count: editor.rows.length }))
    focus(row.key, by === -1 ? 'up' : 'down')
  }
  const add = () => {
    focus(editor.add(stateOf(empty, true), 'first'), 'input')
  }
  /** Adds an organisation and returns its id, or says why not. */
  const makeOrganisation = async (name: string): Promise<string | undefined> => {
    const outcome = await onMakeOrganisation(name).catch(() => undefined)
    const id = outcome?.id
    if (!id) {
      announce(outcome?.message ?? Object.values(outcome?.errors ?? {})[0] ?? t('organisation-failed'))
      return undefined
    }
    setMade((before) => [...before, { id, name, uses: 0, usedAt: null }])
    announce(t('organisation-made', { name }))
    return id
  }
  const done = (row: PositionRow) => {
    editor.show([row.key], { isOpen: false })
    focus(row.key, 'change')
  }
  return (
    <FormContext value={editor.context}>
      {editor.rows.length > 0 && (
        <ol className="roles" ref={list}>
          {editor.rows.map((row, index) => (
            <li key={row.key} data-row={row.key}>
              {!row.isOpen && (
                <PositionLine
                  row={row}
                  organisations={organisations}
                  first={index === 0}
                  last={index === editor.rows.length - 1}
                  onMove={(by) => move(row, by)}
                  onChange={() => {
                    editor.show([row.key], { isOpen: true })
                    focus(row.key, 'input')
                  }}
                />
              )}
              <div hidden={!row.isOpen}>
                <PositionFields
                  row={row}
                  name={`roles.${index}`}
                  organisations={organisations}
                  languages={languages}
                  onInput={(to) => editor.update(row, to)}
                  onMakeOrganisation={makeOrganisation}
                  onDone={() => done(row)}
                  onRemove={() => editor.remove(row)}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      <OthersChoice name="roles" label={t('roles')} />
      <div>
        <Button id="field-roles" icon="plus" onClick={add}>
          {t('add-role')}
        </Button>
      </div>
    </FormContext>
  )
}

/** Opens the position that has the field the address leads to, and goes there. */
function useAskedFor(open: (index: number) => void) {
  const show = useRef(open)
  useEffect(() => {
    show.current = open
  }, [open])
  useEffect(() => {
    const go = () => {
      const field = window.location.hash.slice(1)
      const [, index] = /^field-roles\.(\d+)\./.exec(field) ?? []
      if (index === undefined) return
      show.current(Number(index))
      whenThere(`[id="${CSS.escape(field)}"]`)
    }
    go()
    window.addEventListener('hashchange', go)
    return () => window.removeEventListener('hashchange', go)
  }, [])
}

interface LineProps {
  row: PositionRow
  organisations: NamedChoice[]
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onChange: () => void
}

function PositionLine({ row, organisations, first, last, onMove, onChange }: LineProps) {
  const t = useText('people')
  const { language } = useLocale()
  const title = inLanguage(row.title, language) || t('untitled-role')
  const organisation = organisations.find(({ id }) => id === row.organisationId)?.name
  const span = spanText({ since: row.since, until: row.isOver ? row.until : '' }, t('still'), language)
  return (
    <div className="head">
      <div>
        <b>{title}</b>
        <p className="m">{[organisation, span].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={`btns ${styles.buttons}`}>
        <Button
          look="quiet"
          small
          className="icon-only"
          icon="arrow-up"
          data-do="up"
          disabled={first}
          aria-label={t('move-up', { title })}
          onClick={() => onMove(-1)}
        />
        <Button
          look="quiet"
          small
          className="icon-only"
          icon="arrow-down"
          data-do="down"
          disabled={last}
          aria-label={t('move-down', { title })}
          onClick={() => onMove(1)}
        />
        <Button look="quiet" small data-do="change" onClick={onChange}>
          {t('change')}
          <span className="vh"> {title}</span>
        </Button>
      </div>
    </div>
  )
}
