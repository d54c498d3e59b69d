/**
 * Finished answers, kept until the newsroom changes. Time is cut into eras, in each of which nothing readers can see
 * changes: one ends when the edition moves or when something becomes live by the clock. What was made in an earlier era is
 * asked whether it is still true, and made anew only when it is not. No tags and no lists of what depends on what: nothing
 * to forget.
 */
import { LRUCache } from 'lru-cache'
import type { StoredResponse } from './stored-response.ts'

export interface Era {
  edition: number
  /** When it began, when it ends by itself, and when its day ends; in milliseconds. */
  from: number
  until: number
  midnight: number
}

export interface Made {
  /** What to send. Undefined when it is too large to keep: whoever asks is then answered by the renderer itself. */
  response: StoredResponse | undefined
  /** `no` is sent to those who wait for it and then forgotten. */
  keep: 'yes' | 'no'
  /** Whether it would be made from the same facts in a later era of the same day. Without this it is made anew. */
  isStillTrue?: ((era: Era) => boolean) | undefined
}

export interface PageCacheOptions {
  /** The number that moves with every change a reader could see. */
  edition(): number
  /** The same, when a request has just been received. */
  editionOnArrival(): number
  /** The next moment, in milliseconds, at which something changes by itself, and the next at which a day begins. */
  horizon(now: number): Promise<{ change: number; midnight: number }>
  make(key: string): Promise<Made>
  /** Whether anybody could make up addresses like this one: then it may not push out the others. */
  isFleeting(key: string, response: StoredResponse | undefined): boolean
  maxBytes: number
  maxFleetingBytes: number
  now?: () => number
}

interface Entry extends Omit<Made, 'keep'> {
  era: Era
  /** How often it was sent; what was long ago counts less and less. */
  sent: number
}

interface Flight {
  era: Era
  made: Promise<Made>
}

export interface PageCache {
  /** The stored answer to a request just received, if it is known to be true. */
  stored(key: string): { response: StoredResponse | undefined } | undefined
  /**
   * The answer, made now if need be. Whoever asks while it is being made, and before the newsroom has changed again, gets
   * the same one. When it cannot be made, the last one that could is given instead; without one this throws.
   */
  answer(key: string): Promise<StoredResponse | undefined>
  /** Once after each change: makes the pages sent most ready again, one after another, and stops when all changes anew. */
  warm(most: number): Promise<void>
  /** How many bytes are kept. */
  bytes(): number
}

const sizeOf = (entry: Entry) => entry.response?.bytes ?? 512

export function createPageCache(options: PageCacheOptions): PageCache {
  const { edition, editionOnArrival, horizon, make, isFleeting, maxBytes, maxFleetingBytes, now = Date.now } = options
  const lasting = new LRUCache<string, Entry>({ maxSize: maxBytes, sizeCalculation: sizeOf })
  const fleeting = new LRUCache<string, Entry>({ maxSize: maxFleetingBytes, sizeCalculation: sizeOf })
  const flights = new Map<string, Flight>()
  let era: Era | undefined
  let warmed: Era | undefined

  const isPresent = (one: Era | undefined) => one !== undefined && one.edition === edition() && now() < one.until
  const kept = (key: string) => lasting.get(key) ?? fleeting.get(key)

  function stored(key: string) {
    const entry = kept(key)
    if (!entry || entry.era !== era || era.edition !== editionOnArrival() || now() >= era.until) return undefined
    entry.sent++
    return entry
  }

  async function presentEra(): Promise<Era> {
    if (era && isPresent(era)) return era
    const began = { edition: edition(), from: now() }
    const { change, midnight } = await horizon(began.from)
    // Others who asked at once may have been first.
    if (era && isPresent(era)) return era
    era = { ...began, midnight, until: Math.min(change, midnight) }
    return era
  }

  /** What is kept, if it is as true in this era as in its own. What day it is may stand on a page. */
  function renewed(key: string, here: Era): Entry | undefined {
    const entry = kept(key)
    if (!entry || !isPresent(here)) return undefined
    if (entry.era !== here && !(here.from < entry.era.midnight && entry.isStillTrue?.(here))) return undefined
    entry.era = here
    entry.sent++
    return entry
  }

  function start(key: string, here: Era): Flight {
    const flight = { era: here, made: make(key) }
    flight.made = flight.made
      .then((made) => {
        if (made.keep === 'yes') keepEntry(key, { ...made, era: here, sent: (kept(key)?.sent ?? 0) + 1 })
        return made
      })
      .finally(() => {
        if (flights.get(key) === flight) flights.delete(key)
      })
    flights.set(key, flight)
    return flight
  }

  function keepEntry(key: string, { response, isStillTrue, era: made, sent }: Entry) {
    const [home, other] = isFleeting(key, response) ? [fleeting, lasting] : [lasting, fleeting]
    // A slow render must not replace what was made after it.
    const held = kept(key)
    if (held && held.era.edition > made.edition) return
    other.delete(key)
    home.set(key, { response, isStillTrue, era: made, sent })
  }

  async function answer(key: string) {
    const here = await presentEra()
    const underWay = flights.get(key)
    const joined = underWay && isPresent(underWay.era) ? underWay : undefined
    const still = joined ? undefined : renewed(key, here)
    if (still) return still.response
    try {
      return (await (joined ?? start(key, here)).made).response
    } catch (error) {
      const last = kept(key)?.response
      if (last?.status === 200) return last
      throw error
    }
  }

  async function warm(most: number) {
    if (warmed === era && isPresent(era)) return
    const here = await presentEra()
    warmed = here
    const asked = [...lasting.entries()].filter(([, { response }]) => response?.status === 200)
    asked.sort(([, one], [, other]) => other.sent - one.sent)
    for (const [, entry] of asked) entry.sent /= 2
    for (const [key] of asked.slice(0, most)) {
      if (!isPresent(here)) return
      // What cannot be made now is for whoever asks for it to hear of.
      await answer(key).catch(() => {})
    }
  }

  return { stored, answer, warm, bytes: () => lasting.calculatedSize + fleeting.calculatedSize }
}
