'use client'
/** Where a link leads: to an address, or to a text or a person of the newsroom. Imported only on demand. */
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type Found, useFound } from '#components/ui/use-studio-search.ts'
import type { Language } from '#lib/locale.ts'
import { completeHref } from '../document/link.ts'
import { checkLink } from './check-link.ts'
import { Prompt } from './prompt.tsx'

type Place = Found & { path: string }

interface Props {
  href: string
  language: Language
  onLink: (href: string) => void
  onUnlink: () => void
  onClose: () => void
}

export function LinkPrompt({ href, language, onLink, onUnlink, onClose }: Props) {
  const t = useText('editor')
  const toolText = useText('writing-tools')
  const id = useId()
  const [typed, setTyped] = useState(href)
  const [error, setError] = useState<string>()
  const [chosen, setChosen] = useState<number>()
  const complete = completeHref(typed)
  const isSearch = typed.trim() !== '' && typed !== href && !/^[a-z+]+:/i.test(typed.trim())
  const { found } = useFound(isSearch ? typed.trim() : '', language)
  const places = isSearch
    ? found.filter((one): one is Place => one.path !== undefined && one.kind !== 'topic' && one.kind !== 'series')
    : []
  // What is no address is looked for, so the first hit is what was meant.
  const at = chosen ?? (complete ? -1 : 0)
  const answer = useAnswer(complete)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || places.length === 0) return
    event.preventDefault()
    setChosen((Math.max(at, step > 0 ? -1 : 0) + step + places.length) % places.length)
  }
  const submit = () => {
    const place = places[at]
    if (place) onLink(place.path)
    else if (complete) onLink(complete)
    else setError(t(typed.trim() ? 'link-unsafe' : 'link-empty'))
  }
  return (
    <Prompt heading={t(href ? 'link-change' : 'link-make')} onClose={onClose} onSubmit={submit}>
      <FieldLayout id={id} label={t('address')} hint={toolText('link-hint')} error={error} announced>
        {(tied) => (
          <>
            <input
              {...tied}
              className="input"
              role="combobox"
              aria-expanded={places.length > 0}
              aria-controls={`${id}-places`}
              aria-autocomplete="list"
              aria-activedescendant={places[at] && `${id}-${at}`}
              value={typed}
              maxLength={2_000}
              autoComplete="off"
              spellCheck={false}
              // A dialog that asks one thing starts where the answer goes.
              ref={(field) => field?.focus()}
              onChange={(event) => {
                setTyped(event.target.value)
                setChosen(undefined)
                setError(undefined)
              }}
              onKeyDown={onKeyDown}
            />
            <div role="listbox" id={`${id}-places`} aria-label={toolText('link-hits')} className="link-places">
              {places.map((place, index) => (
                <div
                  key={place.href}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className="choice-option"
                  onMouseDown={(event) => {
                    event.preventDefault()
                    onLink(place.path)
                  }}
                >
                  <Icon name={place.kind === 'person' ? 'user' : 'texts'} />
                  <span>
                    {place.label.map(({ text }) => text).join('')}
                    <span className="what">{aboutPlace(place, toolText('link-unpublished'))}</span>
                  </span>
                </div>
              ))}
            </div>
            <p className="hint" role="status">
              {answer && toolText(`link-${answer}`)}
            </p>
          </>
        )}
      </FieldLayout>
      <div className="btns">
        <Button type="submit" look="primary">
          {t('link-do')}
        </Button>
        {href && <Button onClick={onUnlink}>{t('link-remove')}</Button>}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}

function aboutPlace({ note, path, standing }: Place, unpublished: string): string {
  const isSeen = !standing || standing === 'live' || standing === 'changed'
  return [note, path, !isSeen && unpublished].filter(Boolean).join(' · ')
}

/** What the server says of an address on the web, once the fingers have rested. It stops nobody. */
function useAnswer(href: string | undefined): 'asking' | 'answers' | 'broken' | undefined {
  const [answer, setAnswer] = useState<'asking' | 'answers' | 'broken'>()
  useEffect(() => {
    setAnswer(undefined)
    if (!href || !/^https?:/.test(href)) return
    const asking = new AbortController()
    const wait = setTimeout(async () => {
      setAnswer('asking')
      const { state } = await checkLink(href, asking.signal)
      if (!asking.signal.aborted) setAnswer(state === 'answers' || state === 'broken' ? state : undefined)
    }, 700)
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [href])
  return answer
}
