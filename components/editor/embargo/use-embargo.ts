'use client'
/** Holds who has the text under embargo. */
import { useCallback, useEffect, useState } from 'react'
import type { EmbargoHolder } from '#db/embargo/list.ts'
import { useRequest } from '../saving/use-request.ts'

/** A holder as JSON, in which moments are strings. */
export type Holder = {
  [Field in keyof EmbargoHolder]: Date extends EmbargoHolder[Field]
    ? string | Exclude<EmbargoHolder[Field], Date>
    : EmbargoHolder[Field]
}

export interface EmbargoAnswer {
  holders: Holder[]
  /** Since when the version that goes out has been it. */
  versionSince: string | null
  terms: string
  canMail: boolean
  address?: string
}

type Told = { trouble: string } | { address: string | undefined }

export interface Embargo extends Omit<EmbargoAnswer, 'address'> {
  /** Those who are told when it is lifted, moved or cancelled: by mail where they have an address. */
  held: Holder[]
  /** Each resolves to a sentence on why it failed, or to the address of a link that was made to hand over. */
  add: (input: object) => Promise<Told>
  renew: (id: string, how: { days: number | null; way: 'mail' | 'link' }) => Promise<Told>
  revoke: (id: string) => Promise<Told>
}

/** They are fetched again after so many milliseconds, since they come to read by themselves. */
const lookAgain = 20_000

/** Asks for nothing while the text has no time at which it goes out, or the member may not publish it. */
export function useEmbargo(releaseId: string, isAsked: boolean): Embargo {
  const request = useRequest()
  const at = `/api/releases/${releaseId}/embargo-links`
  const [known, setKnown] = useState<EmbargoAnswer>({ holders: [], versionSince: null, terms: '', canMail: false })
  const change = useCallback(
    async (...asked: Parameters<typeof request>): Promise<Told> => {
      const answer = await request<EmbargoAnswer>(...asked)
      if ('trouble' in answer) return answer
      setKnown(answer.body)
      return { address: answer.body.address }
    },
    [request],
  )
  useEffect(() => {
    if (!isAsked) return
    const look = () => {
      if (document.visibilityState === 'visible') void change(at, 'GET')
    }
    look()
    const timer = setInterval(look, lookAgain)
    return () => clearInterval(timer)
  }, [change, at, isAsked])
  const { holders, versionSince, terms, canMail } = known
  return {
    ...{ holders, versionSince, terms, canMail },
    held: isAsked ? heldOf(known) : [],
    add: (input) => change(at, 'POST', input),
    renew: (id, how) => change(`${at}/${id}`, 'POST', how),
    revoke: (id) => change(`${at}/${id}`, 'DELETE'),
  }
}

/** Returns those who are told of what becomes of the text; without an address where nobody is mailed. */
export const heldOf = ({ holders, canMail }: EmbargoAnswer): Holder[] =>
  holders.filter(isTold).map((one) => (canMail ? one : { ...one, email: '' }))

/** Whether somebody hears what becomes of the text; in db, which decides, see `hears`. */
const isTold = (holder: Holder): boolean =>
  isHolding(holder) || (!holder.revokedAt && !holder.cancelledAt && holder.acceptedAt !== null)

/** Whether a link opens the text, as far as this browser's clock knows. */
export const isHolding = ({ revokedAt, cancelledAt, expiresAt }: Holder): boolean =>
  !revokedAt && !cancelledAt && (!expiresAt || new Date(expiresAt).getTime() > Date.now())
