'use client'
/** One block or field of the source as a translator reads it: what it says, what has changed, and whether that is settled. */
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { BlockState } from '#lib/document/translation.ts'
import type { Language } from '#lib/locale.ts'

interface Props {
  state: BlockState
  sourceLanguage: Language
  /** The name of the row when it is settled: the field, or the words it begins with. */
  name: string
  children: ReactNode
  onSettle: () => void
}

export function SourceRow({ state, sourceLanguage, name, children, onSettle }: Props) {
  const t = useText('beside')
  const { language } = useLocale()
  return (
    <div className={state === 'right' ? 'source' : 'source moved'}>
      <div className="words" lang={sourceLanguage}>
        {children}
      </div>
      {state !== 'right' && (
        <p className="source-state" lang={language}>
          <Icon name="warn" small />
          <span>{t(`state-${state}`)}</span>
          <Button small onClick={onSettle} aria-label={t('settle-what', { what: name })}>
            {t(state === 'removed' ? 'settle-removed' : state === 'new' ? 'settle-new' : 'settle')}
          </Button>
        </p>
      )}
    </div>
  )
}
