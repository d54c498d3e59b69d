'use client'
/** The combobox of the palette: the arrow keys choose, Enter opens. */
import { type KeyboardEvent, useId, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { useStudioSearch, useWhenAnswered } from '#components/ui/use-studio-search.ts'
import { maxTyped } from '#lib/search/terms.ts'
import { type Choice, groupsFor } from './finder-choices.tsx'
import type { NavigationItem } from './navigation.ts'

/** The choices that open nothing that is there. */
const begun = ['meant', 'new', 'new-titled']

export function Finder({ places: navigation, onClose }: { places: NavigationItem[]; onClose: () => void }) {
  const t = useText('studio')
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const answer = useStudioSearch(typed.trim())
  const { found, suggestion, failed } = answer
  const isAnswered = !failed && answer.typed === typed.trim()
  const groups = groupsFor({ typed: typed.trim(), places: navigation, found, suggestion, isAnswered, t })
  const choices = groups.flatMap((group) => group.choices)
  const chosen = choices[Math.min(at, choices.length - 1)]
  const isNothing = isAnswered && typed.trim() !== '' && choices.every(({ key }) => begun.includes(key))
  const openFirst = useWhenAnswered(typed, isAnswered, () => {
    // What is begun anew is begun by nobody who has not seen it.
    const first = choices.find(({ key }) => !begun.includes(key))
    if (first) open(first)
  })
  const optionId = (choice: Choice) => `${listId}-${choice.key}`

  const open = (choice: Choice) => {
    if (choice.typed === undefined) return window.location.assign(choice.href)
    setTyped(choice.typed)
    setAt(0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step && choices.length) {
      event.preventDefault()
      const next = (Math.min(at, choices.length - 1) + step + choices.length) % choices.length
      setAt(next)
      const choice = choices[next]
      if (choice) document.getElementById(optionId(choice))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      // A page of the studio is listed by its name, which is known without an answer.
      const isPage = navigation.some(({ key }) => key === chosen?.key)
      if (!isAnswered && !failed && at === 0 && !isPage) openFirst()
      else if (chosen) open(chosen)
    }
  }
  return (
    <>
      <div className="top">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t('find')}
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen && optionId(chosen)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          maxLength={maxTyped}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <button type="button" className="button quiet small" onClick={onClose}>
          <kbd>Esc</kbd>
          <span className="vh"> {t('close')}</span>
        </button>
      </div>
      {failed && <p className="palette-note">{t('find-failed')}</p>}
      {isNothing && <p className="palette-note">{t('finds-nothing', { query: typed.trim() })}</p>}
      <div role="listbox" id={listId} aria-label={t('hits')}>
        {groups.map((group) => (
          <fieldset aria-label={group.name} key={group.name}>
            <p className="group" role="presentation">
              {group.name}
            </p>
            {group.choices.map((choice) => (
              <a
                key={choice.key}
                id={optionId(choice)}
                role="option"
                aria-selected={choice === chosen}
                href={choice.href || undefined}
                onClick={(event) => {
                  if (choice.typed === undefined) return
                  event.preventDefault()
                  open(choice)
                }}
                tabIndex={-1}
              >
                {choice.shape}
                <span>{choice.label}</span>
                {choice.note && <span className="m">{choice.note}</span>}
              </a>
            ))}
          </fieldset>
        ))}
      </div>
      <p className="vh" role="status">
        {isNothing
          ? [t('finds-nothing', { query: typed.trim() }), suggestion && t('did-you-mean-word', { word: suggestion })]
              .filter(Boolean)
              .join(' ')
          : t('hit-count', { count: choices.length })}
      </p>
    </>
  )
}
