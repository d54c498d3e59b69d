'use client'
/** Holds what goes out at the same instant as the text. */
import { useCallback, useEffect, useState } from 'react'
import type { Companion } from '#db/releases/publication/together.ts'
import { type EmbargoAnswer, type Holder, heldOf } from '../embargo/use-embargo.ts'
import { useRequest } from '../saving/use-request.ts'

interface Answer {
  companions: Companion[]
  /** What has been taken out, the latest first. */
  departures: { title: string; at: string; by: string | null }[]
  /** What could join. */
  offered: Omit<Companion, 'holders'>[]
}

export interface Together extends Answer {
  /** Each resolves to a sentence on why it failed. */
  add: (ids: string[]) => Promise<string | undefined>
  takeOut: (id: string) => Promise<string | undefined>
  /** Resolves to who has one of the others under embargo, or to a sentence on why nobody knows. */
  heldOf: (id: string) => Promise<Holder[] | string>
  /** Fetches everything anew. */
  look: () => Promise<string | undefined>
}

const alone: Answer = { companions: [], departures: [], offered: [] }

/** Asks for nothing while the text has no time at which it goes out, or the member may not publish it. */
export function useTogether(releaseId: string, isAsked: boolean): Together {
  const request = useRequest()
  const at = `/api/releases/${releaseId}/together`
  const [known, setKnown] = useState(alone)
  const change = useCallback(
    async (...asked: Parameters<typeof request>): Promise<string | undefined> => {
      const answer = await request<Answer>(...asked)
      if ('trouble' in answer) return answer.trouble
      setKnown(answer.body)
    },
    [request],
  )
  useEffect(() => {
    if (isAsked) void change(at, 'GET')
  }, [change, at, isAsked])
  return {
    ...(isAsked ? known : alone),
    add: (ids) => change(at, 'POST', { ids }),
    look: () => change(at, 'GET'),
    async heldOf(id) {
      const answer = await request<EmbargoAnswer>(`/api/releases/${id}/embargo-links`, 'GET')
      return 'trouble' in answer ? answer.trouble : heldOf(answer.body)
    },
    async takeOut(id) {
      const answer = await request(`/api/releases/${id}/together`, 'DELETE')
      return 'trouble' in answer ? answer.trouble : change(at, 'GET')
    },
  }
}
