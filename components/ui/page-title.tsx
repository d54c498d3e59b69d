'use client'
import { useLocale, useText } from './messages.tsx'

/** The name of the page in the tab and in the history: what it is, whose it is. */
export function PageTitle({ children }: { children: string }) {
  const t = useText('studio')
  const { newsroom } = useLocale()
  return <title>{t('title', { page: children, newsroom })}</title>
}
