'use client'
import { useMemo } from 'react'
import { useLocale } from '#components/ui/messages.tsx'
import type { Newsroom } from '#lib/checks/rule.ts'
import { useChoices } from '../pickers/picker-context.tsx'
import type { EditorProps } from '../types.ts'
import type { Publishing } from './use-publishing.ts'

type Page = Pick<EditorProps, 'newsroom' | 'people' | 'release' | 'olderTranslation'>

/** What the newsroom knows around a text, for its checks; null until the page has come alive and knows what time it is. */
export function useNewsroom(page: Page, publishing: Publishing): Omit<Newsroom, 'links'> | null {
  const { newsroom, people, release, olderTranslation } = page
  const { timeZone } = useLocale()
  const { picture } = useChoices()
  const { now, resolved } = publishing
  const isPlanned = release.standing === 'draft' || release.standing === 'scheduled'
  const at = isPlanned ? resolved.at?.getTime() : undefined
  const problem = isPlanned && resolved.problem !== 'incomplete' ? resolved.problem : null
  const { name, lixTarget } = newsroom
  const { language, publishAt } = release
  // What readers see already bears the day it went out.
  const outSince = isPlanned ? null : publishAt
  return useMemo(() => {
    if (!now) return null
    const moment = at === undefined ? null : new Date(at)
    const dated = outSince ? new Date(outSince) : (moment ?? now)
    return { name, lixTarget, language, people, picture, timeZone, dated, at: moment, problem, olderTranslation }
  }, [now, at, outSince, problem, name, lixTarget, language, people, picture, timeZone, olderTranslation])
}
