'use client'
import { useMemo } from 'react'
import { useLocale } from '#components/ui/messages.tsx'
import type { KnownNewsroom } from '#lib/checks/rule.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import type { Publishing } from '../publishing/use-publishing.ts'
import type { EditorProps, LanguageVersion } from '../types.ts'

type Page = Pick<EditorProps, 'newsroom' | 'release' | 'olderTranslation' | 'meeting'>

/**
 * Returns what the newsroom knows that bears on the checks of a text; null until the page has hydrated and knows the
 * time.
 */
export function useNewsroom(
  page: Page,
  publishing: Publishing,
  { source, signOffs }: Pick<KnownNewsroom, 'source' | 'signOffs'>,
): Omit<KnownNewsroom, 'links'> | null {
  const { newsroom, release, olderTranslation, meeting } = page
  const coming = meeting?.seated ?? 0
  const { timeZone } = useLocale()
  const { picture, everybody: people } = usePickers()
  const { now, resolved, siblings } = publishing
  const isPlanned = release.displayStatus === 'draft' || release.displayStatus === 'scheduled'
  const at = resolved.at?.getTime()
  const problem = resolved.problem === 'incomplete' ? null : resolved.problem
  const { name, lixTarget, asksForAi } = newsroom
  const { language, publishAt } = release
  // A live text already has the day it was published.
  const outSince = isPlanned ? null : publishAt
  const unfinished = useMemo(() => unfinishedOf(siblings), [siblings])
  return useMemo(() => {
    if (!now) return null
    const moment = at === undefined ? null : new Date(at)
    const dated = outSince ? new Date(outSince) : (moment ?? now)
    return {
      name,
      lixTarget,
      asksForAi,
      language,
      people,
      picture,
      timeZone,
      dated,
      at: moment,
      problem,
      olderTranslation,
      source,
      unfinished,
      signOffs,
      coming,
    }
  }, [
    now,
    at,
    outSince,
    problem,
    name,
    lixTarget,
    asksForAi,
    language,
    people,
    picture,
    timeZone,
    olderTranslation,
    source,
    unfinished,
    signOffs,
    coming,
  ])
}

/** Returns the first language version that stays behind because it is not all translated. */
function unfinishedOf(siblings: LanguageVersion[]): KnownNewsroom['unfinished'] {
  const behind = siblings.find(({ untranslated }) => untranslated?.left)
  if (!behind?.id || !behind.untranslated) return null
  return { language: behind.language, releaseId: behind.id, ...behind.untranslated }
}
