'use client'
/** Lists how a whole text was read, one guess a line, to be accepted at once or refused one by one. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { focusBack } from '#components/ui/passing-toast.tsx'
import type { Part } from '#lib/import/whole-text/parts.ts'
import { Guess } from './guess.tsx'
import { OpenQuote } from './open-quote.tsx'
import { countTaken, newPeople, openQuotes, type Sheet } from './sheet.ts'
import type { WholeReading } from './use-reading.ts'

interface Props {
  reading: WholeReading
  sheet: Sheet
  /** Takes back the last change of the text. */
  onUndo: () => void
}

/** The groups of the list, in order. */
const groups = ['top', 'heading', 'quote', 'person', 'contact', 'left-out'] as const
const groupOf = ({ kind }: Part) => (kind === 'title' || kind === 'lead' ? 'top' : kind)

export function ReadingSheet({ reading, sheet, onUndo }: Props) {
  const t = useText('reading')
  const box = useRef<HTMLElement>(null)
  useSheetKeys(box, onUndo)
  const open = openQuotes(sheet)
  const { taken, all } = countTaken(sheet)
  const answer = (id: string, who: string) => {
    reading.answer(id, who)
    // The question is gone with its answer: the next one, or the button, is where to go on.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('select, .act button')?.focus())
  }
  const accept = open.length > 0 ? 'accept-rest' : taken === all ? 'accept-all' : 'accept-some'
  return (
    <aside className="inspector reading" aria-labelledby="h-reading" id="inspector" tabIndex={-1} ref={box}>
      <div className="reading-list">
        <h2 id="h-reading">{t('heading')}</h2>
        <p className="muted">
          {sheet.filename
            ? t('intro-file', { count: sheet.words, name: sheet.filename })
            : t('intro', { count: sheet.words })}
        </p>
        {open.length > 0 && (
          <ul className="checks" aria-label={t('questions')}>
            {open.map((part) => (
              <OpenQuote key={part.id} part={part} sheet={sheet} onAnswer={(who) => answer(part.id, who)} />
            ))}
          </ul>
        )}
        {groups.map((group) => {
          const parts = sheet.parts.filter((part) => groupOf(part) === group && !open.some(({ id }) => id === part.id))
          if (parts.length === 0) return null
          const fresh = group === 'person' ? newPeople(sheet).length : 0
          return (
            <section key={group} aria-labelledby={`h-reading-${group}`}>
              <h3 id={`h-reading-${group}`}>{t(`group-${group}`, { count: parts.length, fresh })}</h3>
              <ul className="reads">
                {parts.map((part) => (
                  <Guess key={part.id} part={part} sheet={sheet} onToggle={() => reading.toggle(part.id)} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <div className="act">
        {reading.trouble && (
          <p className="error" role="alert">
            <Icon name="stop" small />
            {reading.trouble}
          </p>
        )}
        <Button look="primary" icon="check" className="wide" disabled={reading.isAccepting} onClick={reading.accept}>
          {reading.isAccepting ? t('accepting') : t(accept, { taken, all })}
        </Button>
        <Button icon="undo" className="wide" disabled={reading.isAccepting} onClick={reading.cancel}>
          {t('undo')}
        </Button>
        <p className="why">{t(open.length > 0 ? 'questions-stay' : 'undo-why')}</p>
      </div>
    </aside>
  )
}

/** F6 goes to the sheet and back to where the writer was; undo works in the sheet as it does in the text. */
function useSheetKeys(box: RefObject<HTMLElement | null>, onUndo: () => void) {
  const undo = useRef(onUndo)
  undo.current = onUndo
  // Before the sheet is painted: whoever sees it may press at once.
  useLayoutEffect(() => {
    let before: Element | null = null
    const onKey = (event: KeyboardEvent) => {
      const isInside = box.current?.contains(document.activeElement) ?? false
      if (event.key === 'F6') {
        event.preventDefault()
        if (isInside) return focusBack(before)
        before = document.activeElement
        return box.current?.querySelector<HTMLElement>('input, select')?.focus()
      }
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      if (!isInside || !isUndo) return
      event.preventDefault()
      undo.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box])
}
