'use client'
/** Facts of a text while it is written: its length, its images and quotes, and what stops its publication. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '#db/releases/revisions.ts'
import { type Blocker, publishBlockers } from '#lib/checks/blockers.ts'
import { type Readability, readabilityOf } from '#lib/document/readability.ts'
import { documentText, type Image, imagesIn, quotesIn } from '#lib/document/rich-text.ts'

export interface TextFacts {
  measures: Readability
  images: Image['attrs'][]
  quotes: { personId: string | null; text: string }[]
  blockers: Blocker[]
}

function textFacts(draft: Draft): TextFacts {
  return {
    measures: readabilityOf([...draft.lead, documentText(draft.body)].join('\n')),
    images: imagesIn(draft.body),
    quotes: quotesIn(draft.body),
    blockers: publishBlockers(draft),
  }
}

/** Computed again a moment after something was written: counting a long text at every key would be felt. */
export function useTextFacts(read: () => Draft, opened: Draft): { facts: TextFacts; look: () => void } {
  const [facts, setFacts] = useState(() => textFacts(opened))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setFacts(textFacts(read())), 250)
  }, [read])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { facts, look }
}
