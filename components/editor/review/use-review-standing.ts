'use client'
/** Knows where a text stands in its review while somebody writes in it: whoever alters what was approved is told at once. */
import { useEffect, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { ReviewStanding } from '#db/releases/review/state.ts'
import type { Change } from '../publishing/changes.ts'
import { useChanges } from '../publishing/use-changes.ts'
import type { TextFacts } from '../text-facts.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'

export interface Standing {
  standing: ReviewStanding | null
  /** The single changes since the text was approved last; undefined where there are none, or none are known yet. */
  changes: Change[] | undefined
  /** Whether two pairs of eyes are asked for, and the member has written what nobody else has approved. */
  isUnreviewed: boolean
}

type Page = Pick<EditorProps, 'release' | 'review'> & { writing: Writing; facts: TextFacts }

export function useReviewStanding({ release, review, writing, facts }: Page): Standing {
  const t = useText('review')
  const { saving } = writing
  const { approved, isApproved, needsTwoPairs, isOwnWords } = review
  const hasWritten = saving.unsaved || saving.version > release.version
  // What is compared here is not what is out.
  const asApproved = { ...release, isChanged: !isApproved }
  const changes = useChanges({ out: approved, release: asApproved, writing, facts })
  const isAltered = review.standing === 'approved' && changes !== undefined
  const wasAltered = useRef(isAltered)
  useEffect(() => {
    if (isAltered && !wasAltered.current) announce(t('altered-now'))
    wasAltered.current = isAltered
  }, [isAltered, t])
  return {
    standing: isAltered ? 'altered' : review.standing,
    changes,
    isUnreviewed: needsTwoPairs && (isApproved ? changes !== undefined : isOwnWords || hasWritten),
  }
}
