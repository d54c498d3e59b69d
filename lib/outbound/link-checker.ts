/** Checks links for all members: a few at a time, each address seldom, and each member's within a limit. */
import { LRUCache } from 'lru-cache'
import { withoutFragment } from '../document/links.ts'
import { Refusal } from '../refusal.ts'
import type { LinkStatus } from './link-status.ts'
import { type NetworkAccess, openInternet, probeLink } from './probe-link.ts'

const minute = 60_000
/**
 * How long a result is kept: a page that answered is trusted for hours; one that did not may be repaired at any moment.
 */
const kept: Record<LinkStatus['state'], number> = {
  answers: 6 * 60 * minute,
  broken: 5 * minute,
  unknown: 2 * minute,
  refused: 60 * minute,
}
const atATime = 4
const perMember = { questions: 200, within: 10 * minute }

export function linkChecker(reach: NetworkAccess = openInternet) {
  const answers = new LRUCache<string, LinkStatus>({ max: 5_000 })
  const asked = new LRUCache<string, { count: number }>({ max: 1_000, ttl: perMember.within })
  const underWay = new Map<string, Promise<LinkStatus>>()
  const waiting: (() => void)[] = []
  let busy = 0

  async function ask(url: string): Promise<LinkStatus> {
    if (busy >= atATime) await new Promise<void>((go) => waiting.push(go))
    else busy++
    try {
      const answer = await probeLink(url, reach)
      answers.set(url, answer, { ttl: kept[answer.state] })
      return answer
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }

  function askOnce(url: string): Promise<LinkStatus> {
    const asking = underWay.get(url) ?? ask(url).finally(() => underWay.delete(url))
    underWay.set(url, asking)
    return asking
  }

  /**
   * Returns the result for each of these addresses, in their order. Refuses a member who has had too many checked
   * lately (`too-many-links`); results that are kept do not count.
   */
  return async function check(urls: string[], member: string): Promise<LinkStatus[]> {
    const addresses = urls.map(withoutFragment)
    const news = new Set(addresses.filter((url) => !answers.has(url)))
    const used = asked.get(member) ?? { count: 0 }
    if (used.count + news.size > perMember.questions) {
      const seconds = Math.max(1, Math.ceil(asked.getRemainingTTL(member) / 1_000))
      throw new Refusal('too-many-links', { details: { seconds } })
    }
    if (!asked.has(member)) asked.set(member, used)
    used.count += news.size
    return Promise.all(addresses.map((url) => answers.get(url) ?? askOnce(url)))
  }
}
