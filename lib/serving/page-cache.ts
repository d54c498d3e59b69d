/**
 * Finished answers, kept until the newsroom changes. An entry is good while the edition is the one read before its render
 * began and the moment at which something changes by itself has not come. No tags and no lists of what depends on what:
 * nothing to forget.
 */
import { LRUCache } from 'lru-cache'
import type { StoredResponse } from './stored-response.ts'

export interface Made {
  /** What to send. Undefined when it is too large to keep: whoever asks is then answered by the renderer itself. */
  response: StoredResponse | undefined
  /** `no` is sent to those who wait for it and then forgotten. */
  keep: 'yes' | 'no'
}

export interface PageCacheOptions {
  /** The number that moves with every change a reader could see. */
  edition(): number
  /** The next moment, in milliseconds, at which a page made now may stop being true by itself. */
  goodUntil(now: number): Promise<number>
  make(key: string): Promise<Made>
  /** Whether anybody could make up addresses like this one: then it may not push out the others. */
  isFleeting(key: string, response: StoredResponse | undefined): boolean
  maxBytes: number
  maxFleetingBytes: number
  now?: () => number
}

interface Entry {
  edition: number
  until: number
  response: StoredResponse | undefined
}

interface Flight {
  edition: number
  until: number
  made: Promise<Made>
}

export interface PageCache {
  /** The stored answer, if it is still true. */
  stored(key: string): Entry | undefined
  /**
   * The answer, made now if need be. Whoever asks while it is being made, and before the newsroom has changed again, gets
   * the same one. When it cannot be made, the last one that could is given instead; without one this throws.
   */
  answer(key: string): Promise<StoredResponse | undefined>
  /** How many bytes are kept. */
  bytes(): number
}

const sizeOf = (entry: Entry) => entry.response?.bytes ?? 512

export function createPageCache(options: PageCacheOptions): PageCache {
  const { edition, goodUntil, make, isFleeting, maxBytes, maxFleetingBytes, now = Date.now } = options
  const lasting = new LRUCache<string, Entry>({ maxSize: maxBytes, sizeCalculation: sizeOf })
  const fleeting = new LRUCache<string, Entry>({ maxSize: maxFleetingBytes, sizeCalculation: sizeOf })
  const flights = new Map<string, Flight>()

  const isGood = (entry: { edition: number; until: number }) => entry.edition === edition() && now() < entry.until
  const kept = (key: string) => lasting.get(key) ?? fleeting.get(key)

  function stored(key: string) {
    const entry = kept(key)
    return entry && isGood(entry) ? entry : undefined
  }

  function start(key: string): Flight {
    const flight: Flight = { edition: edition(), until: Number.POSITIVE_INFINITY, made: Promise.resolve() as never }
    flight.made = (async () => {
      flight.until = await goodUntil(now())
      const made = await make(key)
      if (made.keep === 'yes') keepEntry(key, { edition: flight.edition, until: flight.until, response: made.response })
      return made
    })().finally(() => {
      if (flights.get(key) === flight) flights.delete(key)
    })
    flights.set(key, flight)
    return flight
  }

  function keepEntry(key: string, entry: Entry) {
    const [home, other] = isFleeting(key, entry.response) ? [fleeting, lasting] : [lasting, fleeting]
    // A slow render must not replace what was made after it.
    const held = kept(key)
    if (held && held.edition > entry.edition) return
    other.delete(key)
    home.set(key, entry)
  }

  async function answer(key: string) {
    const entry = stored(key)
    if (entry) return entry.response
    const underWay = flights.get(key)
    const flight = underWay && isGood(underWay) ? underWay : start(key)
    try {
      return (await flight.made).response
    } catch (error) {
      const last = kept(key)?.response
      if (last?.status === 200) return last
      throw error
    }
  }

  return { stored, answer, bytes: () => lasting.calculatedSize + fleeting.calculatedSize }
}
