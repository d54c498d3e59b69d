'use client'
import type { CSSProperties } from 'react'
import { inDarkMode } from '#lib/accent.ts'
import { useText } from '../messages.tsx'
import { shownAccent } from './accent-field.tsx'

interface Props {
  newsroom: string
  tagline: string
  /** The label above the headline. */
  kind: string
  accent: string
}

/** Shows how readers will see the newsroom in an accent, in light and in dark. */
export function AccentPreview({ newsroom, tagline, kind, accent }: Props) {
  const t = useText('studio')
  const shown = shownAccent(accent)
  const proposed = shown.toLowerCase() !== accent.toLowerCase()
  const card = (night: boolean) => {
    const sample = { '--sample': night ? inDarkMode(shown) : shown, '--on-sample': night ? '#14162a' : '#fff' }
    return (
      <div className={night ? 'mini night' : 'mini'} style={sample as CSSProperties} aria-hidden="true">
        <div className="mast">
          <p>
            <b>{newsroom}</b>
            <span>{tagline}</span>
          </p>
        </div>
        <div className="lead">
          <p className="kicker">{kind}</p>
          <p className="title">{t('preview-heading')}</p>
          <p className="link">{t('preview-link')}</p>
          <span className="act">{t('preview-button')}</span>
        </div>
      </div>
    )
  }
  return (
    <section className="preview" aria-label={t('preview')}>
      <p className="cap">{t(proposed ? 'preview-proposed' : 'preview-caption')}</p>
      {card(false)}
      {card(true)}
    </section>
  )
}
