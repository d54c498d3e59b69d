'use client'
/**
 * The dialog that asks where a link leads: to an address, or to a text or a person of the newsroom. Imported only on
 * demand.
 */
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type StudioHit, useStudioSearch, useWhenAnswered } from '#components/ui/use-studio-search.ts'
import type { Language } from '#lib/locale.ts'
import { completeHref } from '../document/link.ts'
import { checkLink } from './check-link.ts'
import { Prompt } from './prompt.tsx'

type Place = StudioHit & { path: string }

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
  const studioText = useText('studio')
  const id = useId()
  const [typed, setTyped] = useState(href)
  const [error, setError] = useState<string>()
  const [chosen, setChosen] = useState<number>()
  const complete = completeHref(typed)
  const { places, isAwaited, findsNothing, suggestion } = usePlaces(typed === href ? '' : typed, language)
  // What is not an address is searched for, so the first hit is what was meant.
  const at = chosen ?? (complete || isAwaited ? -1 : 0)
  const answer = useAnswer(complete)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || places.length === 0) return
    event.preventDefault()
    setChosen((Math.max(at, step > 0 ? -1 : 0) + step + places.length) % places.length)
  }
  const linkWhenKnown = useWhenAnswered(typed, !isAwaited, () => submit())
  const submit = () => {
    const place = places[at]
    if (isAwaited && !place && !complete) return linkWhenKnown()
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
              // A dialog with one field starts in it.
              ref={(field) => field?.focus()}
              onChange={(event) => {
                setTyped(event.target.value)
                setChosen(undefined)
                setError(undefined)
              }}
              onKeyDown={onKeyDown}
            />
            <Places id={id} places={places} at={at} onLink={onLink} />
            <p className="hint" role="status">
              {answer && toolText(`link-${answer}`)}
              {!complete && findsNothing && studioText('finds-nothing', { query: typed.trim() })}
            </p>
            {!complete && findsNothing && suggestion && (
              <button type="button" className="text-button" onClick={() => setTyped(suggestion)}>
                {studioText('did-you-mean-word', { word: suggestion })}
              </button>
            )}
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

/** Returns texts and people that what is typed may mean; none when it is an address already. */
function usePlaces(typed: string, language: Language) {
  const asked = /^[a-z+]+:/i.test(typed.trim()) ? '' : typed.trim()
  const answer = useStudioSearch(asked, language)
  const places = answer.found.filter(
    (one): one is Place => one.path !== undefined && one.kind !== 'topic' && one.kind !== 'series',
  )
  const isAnswered = asked !== '' && !answer.failed && answer.typed === asked
  return {
    places: asked ? places : [],
    /** Whether what is listed answers to what was typed before. */
    isAwaited: asked !== '' && answer.typed !== asked,
    findsNothing: isAnswered && places.length === 0,
    suggestion: answer.suggestion,
  }
}

function Places({ id, places, at, onLink }: Pick<Props, 'onLink'> & { id: string; places: Place[]; at: number }) {
  const toolText = useText('writing-tools')
  return (
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
  )
}

function aboutPlace({ note, path, standing }: Place, unpublished: string): string {
  const isSeen = !standing || standing === 'live' || standing === 'changed'
  return [note, path, !isSeen && unpublished].filter(Boolean).join(' · ')
}

/** Returns the server's check of an address on the web, after a pause in typing. It stops nobody. */
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
