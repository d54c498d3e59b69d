import { Icon } from '#components/ui/icon.tsx'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { ListLink } from './list-link.tsx'

/** A filter that holds, and the address of the list without it. */
export interface Chip {
  name: string
  label: string
  value: string
  without: string
}

interface Props {
  /** How many were found, as a sentence. */
  found: string
  chips: Chip[]
  /** The address of the list without any filter. */
  clear: string
  language: Language
}

/** How many hits there are, and the filters that hold, each to be taken away. */
export function FilterChips({ found, chips, clear, language }: Props) {
  const t = translator(language, 'lists')
  if (chips.length === 0) return null
  return (
    <div className="result-line">
      <span role="status">{found}</span>
      {chips.map((chip) => (
        <span className="tag" key={chip.name}>
          {chip.label}: <b>{chip.value}</b>
          <ListLink href={chip.without} aria-label={t('take-away', { label: chip.label, value: chip.value })}>
            <Icon name="close" small />
          </ListLink>
        </span>
      ))}
      {chips.length > 1 && <ListLink href={clear}>{t(chips.length === 2 ? 'clear-both' : 'clear-all')}</ListLink>}
    </div>
  )
}
