'use client'
/** The line under the page: whether the text is saved, how long it is and how heavy it reads. */
import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { lixClass, type Readability } from '#lib/document/readability.ts'
import { shortWhenText, whenText } from '#lib/time/phrases.ts'
import type { Change } from '../publishing/changes.ts'
import { KeysHelp } from '../toolbar/keys-help.tsx'
import { LongSentencesButton } from '../toolbar/long-sentences-button.tsx'
import type { ReleaseFacts } from '../types.ts'
import { useStanding } from '../use-standing.ts'
import type { Notice } from './save-state.ts'
import type { Saving } from './saver.ts'
import type { UnsavedCopy } from './unsaved-copy.ts'

interface Props {
  editor: Editor | null
  release: ReleaseFacts
  saving: Saving
  measures: Readability
  recoverable: UnsavedCopy | null
  /** How many guesses about the text are not accepted yet. */
  guesses: number
  /** The single changes that are not out, once they are known. */
  changes: Change[] | undefined
  /** Whether what was approved has been altered since. */
  isAltered: boolean
  /** Asks whether the changes are to be published; undefined for a member who may not. */
  onPublish: (() => void) | undefined
  onCompare: () => void
}

const looks: Record<Notice, { icon: IconName; tone: string }> = {
  saved: { icon: 'check', tone: 'good' },
  saving: { icon: 'clock', tone: '' },
  network: { icon: 'warn', tone: 'wait' },
  'signed-out': { icon: 'warn', tone: 'wait' },
  refused: { icon: 'stop', tone: 'bad' },
  conflict: { icon: 'stop', tone: 'bad' },
}

export function StatusLine(props: Props) {
  const { editor, release, saving, measures, recoverable, guesses, changes, isAltered, onPublish, onCompare } = props
  const t = useText('editor')
  const rt = useText('reading')
  const reviewText = useText('review')
  const { leftOutAt, displayStatus } = useStanding(release, saving)
  const isUnseen = displayStatus === 'changed' && !release.goingOut
  return (
    <section className="statusline" aria-label={t('status')}>
      <SaveNotice saving={saving} recoverable={recoverable} onCompare={onCompare} />
      {leftOutAt && (
        <span className="todo">
          {changes
            ? t('changes-left-out', { count: changes.length, when: leftOutAt })
            : t('left-out', { when: leftOutAt })}
        </span>
      )}
      {isUnseen && (
        <span className="todo">{changes ? t('changes-unseen', { count: changes.length }) : t('unseen')}</span>
      )}
      {isAltered && <span className="todo">{reviewText('standing-altered')}</span>}
      {guesses > 0 && <span className="todo">{rt('guesses', { count: guesses })}</span>}
      <span>{t.rich('words', { count: measures.words, b: (text) => <b>{text}</b> })}</span>
      <span>{t.rich('minutes', { count: measures.minutes, b: (text) => <b>{text}</b> })}</span>
      {measures.lix !== undefined && (
        <span>
          {t.rich('lix', { lix: measures.lix, name: t(`lix-${lixClass(measures.lix)}`), b: (text) => <b>{text}</b> })}
        </span>
      )}
      {isUnseen && onPublish && (
        <button type="button" className="text-button" aria-haspopup="dialog" onClick={onPublish}>
          {t('asks', { what: t('publish-changes') })}
        </button>
      )}
      {editor && <LongSentencesButton editor={editor} />}
      <KeysHelp />
    </section>
  )
}

function SaveNotice({ saving, recoverable, onCompare }: Pick<Props, 'saving' | 'recoverable' | 'onCompare'>) {
  const t = useText('editor')
  const clock = useLocale()
  const text = useNoticeText(saving)
  useAnnouncedChanges(saving.notice, text)
  if (recoverable && saving.notice !== 'conflict') {
    return (
      <span className="saved wait">
        <Icon name="history" small />
        <span>
          {t('found-unsaved', { when: whenText(recoverable.at, clock) })}{' '}
          <button type="button" className="text-button" onClick={onCompare}>
            {t('found-read')}
          </button>
        </span>
      </span>
    )
  }
  const { icon, tone } = looks[saving.notice]
  return (
    <span className={`saved ${tone}`}>
      <Icon name={icon} small />
      <span>
        {text}{' '}
        {saving.notice === 'signed-out' && (
          <a href={`/sign-in?next=/studio`} target="_blank" rel="noreferrer">
            {t('sign-in-again')}
          </a>
        )}
        {saving.notice === 'conflict' && (
          <button type="button" className="text-button" onClick={onCompare}>
            {t('compare')}
          </button>
        )}
      </span>
    </span>
  )
}

/** Returns the state of saving in a few words. */
export function useNoticeText(saving: Saving): string {
  const t = useText('editor')
  const clock = useLocale()
  switch (saving.notice) {
    case 'saved':
      return t('saved-at', { time: shortWhenText(new Date(saving.savedAt), clock) })
    case 'saving':
      return t('saving')
    case 'network':
      return saving.message || t(saving.kept ? 'kept-here' : 'kept-nowhere')
    case 'signed-out':
      return t('signed-out')
    case 'refused':
      return saving.message || t('refused')
    case 'conflict':
      return t('saved-before-you', { name: saving.theirs?.savedBy?.name ?? t('somebody') })
  }
}

/** Announces changes of the state, not every save. */
function useAnnouncedChanges(notice: Notice, text: string) {
  const before = useRef(notice)
  useEffect(() => {
    if (before.current === notice || notice === 'saving') return
    announce(text)
    before.current = notice
  }, [notice, text])
}
