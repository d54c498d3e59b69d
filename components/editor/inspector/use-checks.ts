'use client'
/** The checks of a text, looked at again when its writer pauses, and what the server says of its links. */
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#db/releases/revisions.ts'
import type { Newsroom } from '#lib/checks/rule.ts'
import type { Report } from '#lib/checks/rules.ts'
import type { LinkAnswer } from '#lib/outbound/link-answer.ts'
import { checkLinks } from '../pickers/check-link.ts'

type Links = Newsroom['links']

/** The rules come when the page has been drawn: nobody needs them to write. */
const loadRules = () => import('#lib/checks/rules.ts')
const loadLinks = () => import('#lib/checks/links.ts')

/** How long a pause in writing is. */
const pause = 400

/**
 * `written` is something new whenever the text is. Everything runs when the browser has nothing better to do; undefined
 * until it has run once.
 */
export function useChecks(
  read: () => Draft,
  written: unknown,
  around: Omit<Newsroom, 'links'> | null,
): Report | undefined {
  const [report, setReport] = useState<Report>()
  const links = useLinkAnswers(read, written)
  useEffect(() => {
    if (!around) return
    void written
    return whenQuiet(async (isOver) => {
      const { checkText } = await loadRules()
      if (!isOver()) setReport(checkText(read(), { ...around, links }))
    })
  }, [read, written, around, links])
  return report
}

/** Each address is asked after once while the text is open. */
function useLinkAnswers(read: () => Draft, written: unknown): Links {
  const [links, setLinks] = useState<Links>(() => new Map())
  const asked = useRef(new Set<string>())
  useEffect(() => {
    void written
    return whenQuiet(async (isOver) => {
      const { addressesIn } = await loadLinks()
      if (isOver()) return
      const fresh = addressesIn(read()).filter((address) => !asked.current.has(address))
      if (fresh.length === 0) return
      for (const address of fresh) asked.current.add(address)
      const answers = await checkLinks(fresh)
      setLinks((before) => new Map([...before, ...fresh.map((address, n) => [address, stateOf(answers[n])] as const)]))
    })
  }, [read, written])
  return links
}

const stateOf = (answer: LinkAnswer | undefined): LinkAnswer['state'] => answer?.state ?? 'unknown'

/** Does something after a pause, in an idle moment. The answer calls it off. */
function whenQuiet(work: (isOver: () => boolean) => Promise<void>): () => void {
  let over = false
  const run = () => void work(() => over).catch(() => {})
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => over || run(), { timeout: 2_000 })
    else run()
  }, pause)
  return () => {
    over = true
    clearTimeout(timer)
  }
}
