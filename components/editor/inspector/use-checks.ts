'use client'
/** Runs the checks of a text again when its writer pauses, and has the server check its links. */
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#db/releases/revisions.ts'
import type { KnownNewsroom } from '#lib/checks/rule.ts'
import type { Report } from '#lib/checks/rules.ts'
import type { LinkStatus } from '#lib/outbound/link-status.ts'
import { checkLinks } from '../pickers/check-link.ts'

type Links = KnownNewsroom['links']

/** The rules are loaded after the page has been rendered: nobody needs them to write. */
const loadRules = () => import('#lib/checks/rules.ts')
const loadLinks = () => import('#lib/checks/links.ts')

/** The length of a pause in writing, in milliseconds. */
const pause = 400

/**
 * Returns the report. `written` is a new value whenever the text changes. The checks run when the browser is idle;
 * undefined until they have run once.
 */
export function useChecks(
  read: () => Draft,
  written: unknown,
  around: Omit<KnownNewsroom, 'links'> | null,
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

/** Each address is checked once while the text is open. */
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

const stateOf = (answer: LinkStatus | undefined): LinkStatus['state'] => answer?.state ?? 'unknown'

/** Does something after a pause, when the browser is idle. Returns a function that cancels it. */
export function whenQuiet(work: (isOver: () => boolean) => Promise<void>): () => void {
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
