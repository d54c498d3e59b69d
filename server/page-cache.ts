/**
 * Keeps finished answers until the newsroom changes. Time is cut into epochs, in each of which nothing readers can see
 * changes: one ends when the edition moves, when something becomes live by the clock, or at midnight. An answer made in
 * an earlier epoch is checked by running its queries again, and made anew only when their results differ. There are no
 * tags and no lists of dependencies, so none can be forgotten.
 */
import { LRUCache } from 'lru-cache'
import type { StoredResponse } from './stored-response.ts'
import { systemTime } from './system-time.ts'

/** Thrown where nobody can tell what readers should see now, and nothing is kept. */
export class EditionUnknown extends Error {}

export interface Epoch {
  edition: number
  /** When the epoch began, when it ends by itself, and when its day ends, each in milliseconds since 1970. */
  from: number
  until: number
  midnight: number
}

export interface Made {
  /** The response to send, or undefined when it is too large to store: Next then answers each request itself. */
  response: StoredResponse | undefined
  /** With `no` the response is sent to the requests that wait for it and then dropped. */
  keep: 'yes' | 'no'
  /**
   * Whether the queries behind the response give the same results in a later epoch of the same day. Without it the
   * response is made anew.
   */
  stillValid?: ((epoch: Epoch) => Promise<boolean>) | undefined
}

export interface PageCacheOptions {
  /** The number that is raised by every change that readers could see. */
  edition(): number
  /** The same number, for a request that has just been received. Undefined where it has to be asked for. */
  editionOnArrival(): number | undefined
  /** Asks for the number where it is not known for certain. Throws where nobody answers. */
  askEdition?(): Promise<void> | undefined
  /** The next moments, in milliseconds since 1970, at which something changes by itself and at which a day begins. */
  nextExpiry(now: number): Promise<{ change: number; midnight: number }>
  make(key: string): Promise<Made>
  /** Whether anybody can make up keys like this one, so that it must not push out the others. */
  isTransient(key: string, response: StoredResponse | undefined): boolean
  maxBytes: number
  maxTransientBytes: number
  now?: () => number
}

interface Entry extends Omit<Made, 'keep'> {
  epoch: Epoch
  /** How often the entry was sent; sendings of long ago count less and less. */
  sent: number
}

/** A response that is being checked, or made anew. */
interface InFlight {
  epoch: Epoch
  response: Promise<StoredResponse | undefined>
}

export interface PageCache {
  /** The stored response for a request just received, if it is known to be valid in this epoch. */
  stored(key: string): { response: StoredResponse | undefined } | undefined
  /**
   * The response, made now if need be. Requests that come while it is being checked or made, and before the newsroom has
   * changed again, get the same one. When making it fails, or nobody can tell when the epoch ends, the last
   * stored response is given instead; without one this throws.
   */
  answer(key: string): Promise<StoredResponse | undefined>
  /**
   * Refreshes the `most` pages sent most often, one after another, once after each change, and lets those that somebody
   * waits for go first. Stops when the newsroom changes again.
   */
  warm(most: number): Promise<void>
  /** The size of all stored responses, in bytes. */
  bytes(): number
}

const sizeOf = (entry: Entry) => entry.response?.bytes ?? 512

export function createPageCache(options: PageCacheOptions): PageCache {
  const {
    edition,
    editionOnArrival,
    askEdition,
    nextExpiry,
    make,
    isTransient,
    maxBytes,
    maxTransientBytes,
    now = systemTime,
  } = options
  const stable = new LRUCache<string, Entry>({ maxSize: maxBytes, sizeCalculation: sizeOf })
  const transient = new LRUCache<string, Entry>({ maxSize: maxTransientBytes, sizeCalculation: sizeOf })
  const inFlight = new Map<string, InFlight>()
  let epoch: Epoch | undefined
  let warmed: Epoch | undefined

  const isPresent = (one: Epoch | undefined) => one !== undefined && one.edition === edition() && now() < one.until
  const kept = (key: string) => stable.get(key) ?? transient.get(key)

  function stored(key: string) {
    const entry = kept(key)
    if (!entry || entry.epoch !== epoch || epoch.edition !== editionOnArrival() || now() >= epoch.until)
      return undefined
    entry.sent++
    return entry
  }

  async function currentEpoch(): Promise<Epoch> {
    if (epoch && isPresent(epoch)) return epoch
    const began = { edition: edition(), from: now() }
    const { change, midnight } = await nextExpiry(began.from)
    // Another request may have begun the epoch while this one waited.
    if (epoch && isPresent(epoch)) return epoch
    epoch = { ...began, midnight, until: Math.min(change, midnight) }
    return epoch
  }

  /**
   * The stored entry, if its queries give the same results now. It holds for the rest of the day only, since a page may
   * say which day it is. Where the newsroom has changed while they were asked, nobody knows which of the two they saw.
   */
  async function renewed(key: string, here: Epoch): Promise<Entry | undefined> {
    const entry = kept(key)
    if (!entry?.stillValid || here.from >= entry.epoch.midnight) return undefined
    if (!(await entry.stillValid(here)) || !isPresent(here)) return undefined
    entry.epoch = here
    entry.sent++
    return entry
  }

  async function renewedOrMade(key: string, here: Epoch): Promise<StoredResponse | undefined> {
    const still = await renewed(key, here)
    if (still) return still.response
    const made = await make(key)
    if (made.keep === 'yes') keepEntry(key, { ...made, epoch: here, sent: (kept(key)?.sent ?? 0) + 1 })
    return made.response
  }

  function start(key: string, here: Epoch): InFlight {
    const response = renewedOrMade(key, here).finally(() => {
      if (inFlight.get(key) === started) inFlight.delete(key)
    })
    const started = { epoch: here, response }
    inFlight.set(key, started)
    return started
  }

  function keepEntry(key: string, { response, stillValid, epoch: made, sent }: Entry) {
    const [home, other] = isTransient(key, response) ? [transient, stable] : [stable, transient]
    // A slow render must not replace a response that was made after it.
    const held = kept(key)
    if (held && held.epoch.edition > made.edition) return
    other.delete(key)
    home.set(key, { response, stillValid, epoch: made, sent })
  }

  async function answer(key: string) {
    try {
      await askEdition?.()?.catch((error) => {
        throw new EditionUnknown('the edition is not known', { cause: error })
      })
      // The end of an epoch is asked of the database, which may be away.
      const here = await currentEpoch()
      const underWay = inFlight.get(key)
      const joined = underWay && isPresent(underWay.epoch) ? underWay : undefined
      const entry = kept(key)
      if (!joined && entry?.epoch === here && isPresent(here)) {
        entry.sent++
        return entry.response
      }
      return await (joined ?? start(key, here)).response
    } catch (error) {
      const last = kept(key)?.response
      if (last?.status === 200) return last
      throw error
    }
  }

  async function warm(most: number) {
    if (warmed === epoch && isPresent(epoch)) return
    const here = await currentEpoch()
    warmed = here
    const asked = [...stable.entries()].filter(([, { response }]) => response?.status === 200)
    asked.sort(([, one], [, other]) => other.sent - one.sent)
    for (const [, entry] of asked) entry.sent /= 2
    for (const [key] of asked.slice(0, most)) {
      await Promise.allSettled([...inFlight.values()].map(({ response }) => response))
      if (!isPresent(here)) return
      // A page that cannot be made now fails again, and is logged, when somebody requests it.
      await answer(key).catch(() => {})
    }
  }

  return { stored, answer, warm, bytes: () => stable.calculatedSize + transient.calculatedSize }
}
