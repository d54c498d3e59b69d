import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { Meant } from '#lib/search/correct.ts'
import { ListLink } from './list-link.tsx'

interface Props {
  meant: Meant | undefined
  /** Returns the address of the list when something else is searched for. */
  pathTo: (typed: string) => string
  language: Language
}

/** Offers a search for the nearest words that have hits. */
export function DidYouMean({ meant, pathTo, language }: Props) {
  const t = translator(language, 'lists')
  if (!meant) return null
  return (
    <>
      {t('did-you-mean')} <ListLink href={pathTo(meant.typed)}>{meant.typed}</ListLink>
      {t('did-you-mean-count', { count: meant.found })}{' '}
    </>
  )
}
