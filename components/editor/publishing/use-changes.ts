'use client'
/** Compares what is out with what stands in the text, again when its writer pauses. */
import { useEffect, useState } from 'react'
import { whenQuiet } from '../inspector/use-checks.ts'
import type { TextFacts } from '../text-facts.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import type { Change } from './changes.ts'
import { hasChanges } from './use-publishing.ts'

/** Loaded where something has changed: nobody needs it to write. */
const loadChanges = () => import('./changes.ts')

type Page = Pick<EditorProps, 'out' | 'release'> & { writing: Writing; facts: TextFacts }

/** Returns the single changes that are not out; undefined where there are none, or none are known yet. */
export function useChanges({ out, release, writing, facts }: Page): Change[] | undefined {
  const [changes, setChanges] = useState<Change[]>()
  const draft = out?.draft
  const isChanged = draft !== undefined && hasChanges(release, writing.saving)
  const { read } = writing
  useEffect(() => {
    // The facts are new whenever the text has been written in.
    void facts
    if (!isChanged) return setChanges(undefined)
    return whenQuiet(async (isOver) => {
      const { listChanges } = await loadChanges()
      if (!isOver()) setChanges(listChanges(draft, read()))
    })
  }, [draft, isChanged, facts, read])
  return changes?.length ? changes : undefined
}
