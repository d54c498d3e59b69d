'use client'
import { useLocale, useText } from './messages.tsx'

/** The title of the page in the tab and in the browser's history, with the newsroom's name. */
export function PageTitle({ children }: { children: string }) {
  const t = useText('studio')
  const { newsroom } = useLocale()
  return <title>{t('title', { page: children, newsroom })}</title>
}
