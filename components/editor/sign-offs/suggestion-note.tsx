'use client'
/** A suggestion at its block: the words compared, and what the writer can do with it. */
import { useId, useMemo, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Language } from '#lib/locale.ts'
import { whenText } from '#lib/time/phrases.ts'
import { type CompareContext, wordsContext } from '../../compare/context.ts'
import { MarkedText } from '../../compare/marked-words.tsx'
import { CommentForm } from '../comments/comment-form.tsx'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import type { PlacedSuggestion, SignOffs } from './use-sign-offs.ts'
import './sign-offs.css'

interface Props {
  suggestion: PlacedSuggestion
  language: Language
  settle: SignOffs['settle']
  /** Writes words into the block where the suggestion stands. Returns whether the block still read as it is shown here. */
  onTake: (words: string) => boolean
}

export function SuggestionNote({ suggestion, language, settle, onTake }: Props) {
  const t = useText('sign-offs')
  const id = useId()
  const clock = useLocale()
  const [isChanging, setChanging] = useState(false)
  const part = useUnfolding<HTMLElement>(isChanging, { into: 'textarea', back: '.btns > button:nth-child(2)' })
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const context = useTextContext(language)
  const { author, link, before, words, current, reason, createdAt } = suggestion
  const isMovedOn = current !== undefined && current !== before
  /** Settled first: of two writers at once, one writes the words in. */
  const act = async (outcome: 'taken' | 'changed' | 'left', put?: string): Promise<string | undefined> => {
    if (isPending) return undefined
    setPending(true)
    const told = await settle(suggestion.id, outcome)
    setPending(false)
    if ('trouble' in told) {
      setTrouble(told.trouble)
      return told.trouble
    }
    if (put === undefined) announce(t('left'))
    else if (onTake(put)) announce(t('taken'))
    return undefined
  }
  return (
    <section className="suggestion" aria-labelledby={id} lang={clock.language} ref={part}>
      <p className="who" id={id}>
        <b>{t('suggests', { name: author })}</b>
        {link && `, ${t('guest-by', { link })}`}, {whenText(new Date(createdAt), clock)}
      </p>
      {isMovedOn && <p className="todo">{t('moved-on')}</p>}
      {current === undefined && <p className="todo">{t('gone')}</p>}
      <p className="words" lang={language}>
        <MarkedText before={current ?? before} after={words} context={context} />
      </p>
      {reason && <q>{reason}</q>}
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      {isChanging ? (
        <CommentForm
          label={t('edited')}
          send={t('take-edited')}
          unsent={{ current: words }}
          onSend={(edited) => act('changed', edited)}
          onClose={() => setChanging(false)}
        />
      ) : (
        <div className="btns">
          {current !== undefined && (
            <>
              <Button
                look={isMovedOn ? 'plain' : 'primary'}
                small
                disabled={isPending}
                onClick={() => void act('taken', words)}
              >
                {t(isMovedOn ? 'take-anyway' : 'take')}
              </Button>
              <Button small disabled={isPending} onClick={() => setChanging(true)}>
                {t('change')}
              </Button>
            </>
          )}
          <Button small disabled={isPending} onClick={() => void act('left')}>
            {t('leave')}
          </Button>
        </div>
      )}
    </section>
  )
}

function useTextContext(textLanguage: Language): CompareContext {
  const t = useText('history')
  const { language } = useLocale()
  return useMemo(() => wordsContext(t as CompareContext['t'], { language, textLanguage }), [t, language, textLanguage])
}
