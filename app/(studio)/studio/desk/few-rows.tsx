import type { ReactNode } from 'react'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** How many rows are shown before the others are asked for. */
const atFirst = 3

/** A list of which only the first rows are shown until somebody asks for the others. */
export function FewRows({ language, children }: { language: Language; children: ReactNode[] }) {
  const t = translator(language, 'studio')
  const others = children.slice(atFirst)
  return (
    <>
      <ul className="rows">{children.slice(0, atFirst)}</ul>
      {others.length > 0 && (
        <details className="more-rows">
          <summary>{t('and-more', { count: others.length })}</summary>
          <ul className="rows">{others}</ul>
        </details>
      )}
    </>
  )
}
