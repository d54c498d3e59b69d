import type { ReactNode } from 'react'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { Chip } from './filter-chips.tsx'
import { ListLink } from './list-link.tsx'

interface Props {
  heading: string
  /** The filters that hold, each with how many there are without it. */
  chips: (Chip & { hits: number })[]
  language: Language
  /** What else can be said or done. */
  children?: ReactNode
}

/** A list that its filters have emptied: which of them does, and how many there are without it. */
export function NoHits({ heading, chips, language, children }: Props) {
  const t = translator(language, 'lists')
  const helping = chips.filter(({ hits }) => hits > 0)
  return (
    <div className="no-hits">
      <h2>{heading}</h2>
      {helping.length > 0 && (
        <p>
          {helping
            .map(({ label, value, hits }) => t('without', { filter: `${label}: ${value}`, count: hits }))
            .join(' ')}
        </p>
      )}
      {helping.length === 0 && chips.length > 1 && <p>{t('without-any')}</p>}
      {children}
      {helping.length > 0 && (
        <p className="btns">
          {helping.map((chip) => (
            <ListLink key={chip.name} className="button small" href={chip.without}>
              {t('take-away-short', { label: chip.label })}
            </ListLink>
          ))}
        </p>
      )}
    </div>
  )
}
