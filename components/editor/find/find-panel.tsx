'use client'
/** Find and replace, beside the text and not over it. Imported only on demand. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import { useText } from '#components/ui/messages.tsx'
import { around } from './find-matches.ts'
import { type Finding, findingIn, lookFor, openFinding, replaceAll, replaceOne, stepTo } from './finding.ts'
import './find.css'

interface Props {
  editor: Editor
  onClose: () => void
}

export function FindPanel({ editor, onClose }: Props) {
  const t = useText('writing-tools')
  const id = useId()
  const { view } = editor
  const finding = useEditorState({ editor, selector: () => findingIn(editor.state), equalityFn: Object.is })
  const { query, matches, at, asked, open } = finding
  const [words, setWords] = useState('')
  const wanted = useRef<HTMLInputElement>(null)
  // Before it is painted: a key pressed at the sight of it closes it before a later effect, which would take the caret along.
  useLayoutEffect(() => {
    if (asked) wanted.current?.select()
  }, [asked])
  useCurrentShown(editor, finding)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isField = event.target instanceof HTMLInputElement
    const mayStep = event.key === 'F3' || (event.key === 'Enter' && event.target === wanted.current)
    if (event.key === 'Escape') onClose()
    else if (mayStep) stepTo(view, event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && isField) replaceOne(view, words)
    else if (event.key.toLowerCase() === 'h' && event.ctrlKey) openFinding(view, 'replace')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const count = matches.length ? t('found', { at: at + 1, count: matches.length }) : query.text && t('found-none')
  return (
    <search className="find-panel" aria-label={t(open === 'replace' ? 'replace' : 'find')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <label className="vh" htmlFor={`${id}-find`}>
          {t('find-what')}
        </label>
        <input
          ref={wanted}
          id={`${id}-find`}
          className="input"
          value={query.text}
          placeholder={t('find-what')}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-where`}
          onChange={(event) => lookFor(view, { text: event.target.value })}
        />
        <span className="find-count">{count}</span>
      </div>
      <FindTools editor={editor} finding={finding} onClose={onClose} />
      {open === 'replace' && (
        <div className="find-row">
          <label className="vh" htmlFor={`${id}-replace`}>
            {t('replace-with')}
          </label>
          <input
            id={`${id}-replace`}
            className="input"
            value={words}
            placeholder={t('replace-with')}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setWords(event.target.value)}
          />
          <Button small disabled={!matches.length} onClick={() => replaceOne(view, words)}>
            {t('replace-one')}
          </Button>
          <Button
            small
            disabled={!matches.length}
            onClick={() => announce(t('replaced', { count: replaceAll(view, words) }))}
          >
            {t('replace-all')}
          </Button>
        </div>
      )}
      <p className="find-where" id={`${id}-where`}>
        {t('find-where')}
      </p>
    </search>
  )
}

/** Buttons to step, to choose what counts as the same letters, to replace, and to close. */
function FindTools({ editor: { view }, finding, onClose }: Props & { finding: Finding }) {
  const t = useText('writing-tools')
  const iconOnly = (icon: IconName, label: string, onClick: () => void, className = 'icon-only') => (
    <Button look="quiet" small className={className} icon={icon} aria-label={label} title={label} onClick={onClick} />
  )
  const toggle = (name: 'matchCase' | 'foldLetters', sign: string, label: string) => (
    <button
      type="button"
      className="find-toggle"
      aria-label={label}
      title={label}
      aria-pressed={finding.query[name]}
      onClick={() => lookFor(view, { [name]: !finding.query[name] })}
    >
      {sign}
    </button>
  )
  return (
    <div className="find-row">
      {iconOnly('arrow-up', t('previous'), () => stepTo(view, -1))}
      {iconOnly('arrow-down', t('next'), () => stepTo(view, 1))}
      {toggle('matchCase', 'Aa', t('match-case'))}
      {toggle('foldLetters', 'a=å', t('fold-letters'))}
      {finding.open === 'find' && (
        <Button look="quiet" small onClick={() => openFinding(view, 'replace')}>
          {t('replace-one')} …
        </Button>
      )}
      {iconOnly('close', t('find-close'), onClose, 'icon-only find-close')}
    </div>
  )
}

/** Scrolls to the current match, and announces it after a pause in typing. */
function useCurrentShown({ view }: Editor, { query, matches, at }: Finding) {
  const t = useText('writing-tools')
  const match = matches[at]
  const said = !query.text
    ? ''
    : match
      ? t('found-said', { at: at + 1, count: matches.length, words: around(view.state.doc, match) })
      : t('found-none')
  useEffect(() => {
    view.dom.querySelector('.found-now')?.scrollIntoView({ block: 'nearest' })
    if (!said) return
    const wait = setTimeout(() => announce(said), 600)
    return () => clearTimeout(wait)
  }, [view, said])
}
