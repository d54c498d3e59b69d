'use client'
/** Holds what others say to the words of the text: those who have been asked to say yes, and suggestions of other words. */
import { createContext, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Draft } from '#db/releases/revisions.ts'
import type { SignOffFacts } from '#db/sign-off/list.ts'
import type { SuggestionFacts } from '#db/sign-off/suggestions.ts'
import type { KnownNewsroom } from '#lib/checks/rule.ts'
import { type Anchor, followAnchors } from '#lib/document/comment-anchor.ts'
import { type QuoteStanding, quoteStates } from '#lib/document/sign-off-states.ts'
import { useRequest } from '../saving/use-request.ts'
import type { TextFacts } from '../text-facts.ts'
import { currentWords } from './place-to-write.ts'

/** A value as JSON, in which dates are strings. */
type AsJson<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? AsJson<Item>[]
    : T extends object
      ? { [Key in keyof T]: AsJson<T[Key]> }
      : T

export type AskedPerson = AsJson<SignOffFacts> & { isOpen: boolean }
type SuggestionJson = AsJson<SuggestionFacts>
interface Answer {
  signOffs: AsJson<SignOffFacts>[]
  suggestions: SuggestionJson[]
  may: boolean
  canMail: boolean
  address?: string
}

export interface PlacedSuggestion extends SuggestionJson {
  /** Where it stands in the text now; undefined where its block is gone. */
  standing: Anchor | undefined
  /** The words its block has now. */
  current: string | undefined
}

type Told = { trouble: string } | { address: string | undefined }

export interface SignOffs {
  asked: AskedPerson[]
  suggestions: PlacedSuggestion[]
  /** Whether there is anything to show in the text itself, or was. */
  isSaidInText: boolean
  may: boolean
  canMail: boolean
  /** How the quotes stand, by their place in the body. */
  states: ReadonlyMap<number, QuoteStanding>
  known: KnownNewsroom['signOffs']
  /** Each resolves to a sentence on why it failed, or to the address of a link that was made to hand over. */
  ask: (input: object) => Promise<Told>
  renew: (id: string, how: { days: number; way: 'mail' | 'link' }) => Promise<Told>
  remind: (id: string) => Promise<Told>
  revoke: (id: string) => Promise<Told>
  settle: (id: string, outcome: 'taken' | 'changed' | 'left') => Promise<Told>
}

/** How the quotes stand, for those who show them. Undefined where nobody has been asked about one. */
export const QuoteStates = createContext<SignOffs['states'] | undefined>(undefined)

/** They are fetched again after so many milliseconds, since they come from others. */
const lookAgain = 20_000

interface Options {
  releaseId: string
  read: () => Draft
  /** A new object after each change of the text. */
  facts: TextFacts
  /** The version that is saved: what was read whole is compared with it. */
  version: number
}

export function useSignOffs({ releaseId, read, facts, version }: Options): SignOffs {
  const request = useRequest()
  const at = `/api/releases/${releaseId}`
  const [{ signOffs, suggestions, may, canMail }, setKnown] = useState<Answer>(nothing)
  const change = useCallback(
    async (...asked: Parameters<typeof request>): Promise<Told> => {
      const answer = await request<Answer>(...asked)
      if ('trouble' in answer) return answer
      setKnown(answer.body)
      return { address: answer.body.address }
    },
    [request],
  )
  const look = useCallback(() => {
    if (document.visibilityState === 'visible') void change(`${at}/sign-offs`, 'GET')
  }, [change, at])
  useEffect(() => {
    look()
    const timer = setInterval(look, lookAgain)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [look])
  const isReadWhole = signOffs.some(({ whole }) => whole)
  useEffect(() => {
    if (isReadWhole && version) look()
  }, [isReadWhole, version, look])

  const asked = useMemo(() => signOffs.map((one) => ({ ...one, isOpen: isOpen(one) })), [signOffs])
  const states = useMemo(() => {
    // The facts are new whenever the text has been written in.
    void facts
    return quoteStates(asked, read())
  }, [asked, facts, read])
  // Once something is said in the text it stays: what came of the last suggestion is told there too.
  const wasSaidInText = useRef(false)
  wasSaidInText.current ||= suggestions.length > 0 || signOffs.some(({ whole }) => whole?.changed)
  return {
    asked,
    suggestions: usePlaced(suggestions, read, facts),
    isSaidInText: wasSaidInText.current,
    may,
    canMail,
    states,
    known: asked,
    ask: (input) => change(`${at}/sign-offs`, 'POST', input),
    renew: (id, how) => change(`${at}/sign-offs/${id}`, 'POST', how),
    remind: (id) => change(`${at}/sign-offs/${id}`, 'PATCH'),
    revoke: (id) => change(`${at}/sign-offs/${id}`, 'DELETE'),
    settle: (id, outcome) => change(`${at}/suggestions/${id}`, 'PATCH', { outcome }),
  }
}

const nothing: Answer = { signOffs: [], suggestions: [], may: false, canMail: false }

const isOpen = ({ revokedAt, expiresAt }: AsJson<SignOffFacts>): boolean =>
  !revokedAt && new Date(expiresAt).getTime() > Date.now()

/** Follows the suggestions as their blocks are moved and written in, as the server does at each save. */
function usePlaced(suggestions: SuggestionJson[], read: () => Draft, facts: TextFacts): PlacedSuggestion[] {
  const followed = useRef(new Map<string, Anchor>())
  return useMemo(() => {
    void facts
    const text = read()
    const before = new Map(suggestions.map(({ id, anchor }) => [id, followed.current.get(id) ?? anchor]))
    const now = followAnchors(before, text)
    followed.current = new Map([...before, ...now])
    return suggestions.map((one) => {
      const standing = now.get(one.id)
      return { ...one, standing, current: currentWords({ standing, before: one.before }, text) }
    })
  }, [suggestions, read, facts])
}
