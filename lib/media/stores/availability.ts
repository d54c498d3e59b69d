/**
 * Remembers whether a store answers. While it does not, requests fail at once but for one every few seconds that tries, so
 * that readers do not wait for pictures that will not come. The log says once why, and once that it is over.
 */
import { log } from '../../log.ts'
import { StoreFailure } from './s3-failure.ts'

/** So many milliseconds after a failure the store is tried again. */
const triedAgainAfter = 3_000

interface State {
  /** Why it does not answer. */
  failure?: StoreFailure | undefined
  tryAt: number
  /** What it has refused lastly, which the log says once. */
  refusal?: string | undefined
}

// Next bundles modules more than once; the store is one.
const processWide = globalThis as { [key: symbol]: Map<string, State> | undefined }
const name = Symbol.for('pressrum.stores')
const states = processWide[name] ?? new Map<string, State>()
processWide[name] = states

function stateOf(place: string): State {
  const state = states.get(place) ?? { tryAt: 0 }
  states.set(place, state)
  return state
}

/** Runs a request, unless one has failed a moment ago: then it fails for the same reason. */
export async function whileAnswering<T>(place: string, request: () => Promise<T>): Promise<T> {
  const state = stateOf(place)
  if (state.failure) {
    if (Date.now() < state.tryAt) throw state.failure
    // The others go on failing until this one has tried.
    state.tryAt = Date.now() + triedAgainAfter * 4
  }
  try {
    const done = await request()
    answered(place)
    return done
  } catch (error) {
    if (error instanceof StoreFailure) note(place, error)
    else state.tryAt = 0
    throw error
  }
}

function note(place: string, failure: StoreFailure): void {
  const state = stateOf(place)
  const known = failure.isAway ? state.failure?.message : state.refusal
  if (known !== failure.message) log.error({ store: place }, `the store of files ${failure.message}`)
  if (!failure.isAway) {
    // It answers, if not as we wish.
    answered(place)
    state.refusal = failure.message
    return
  }
  state.failure = failure
  state.tryAt = Date.now() + triedAgainAfter
}

function answered(place: string): void {
  const state = stateOf(place)
  if (!state.failure) return
  state.failure = undefined
  log.info({ store: place }, 'the store of files answers again')
}
