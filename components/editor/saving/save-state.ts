/**
 * Decides when to save and what to show the writer about it: a pure state machine, stepped by events. One save is under
 * way at a time; what is written meanwhile waits for the next. Nothing here knows the network, the clock or the screen.
 */

/** The pause in writing after which a save starts, and the longest it may wait without a pause, in milliseconds. */
const pause = 1_200
const maxWaitMs = 8_000
/** A save is shown as under way only when it takes longer than this, in milliseconds. */
const slowAfter = 1_000
const firstRetry = 1_000
const maxRetryMs = 30_000

export type Reason = 'autosave' | 'save'
type Trouble = 'network' | 'signed-out' | 'refused' | 'conflict'

export interface SaveState {
  /** The version the next save starts from. */
  version: number
  savedAt: number
  /** How the last confirmed save was made. */
  savedAs: Reason
  /** Since when something has been written that the server has not confirmed. */
  unsavedSince: number | null
  sending: { since: number; reason: Reason } | null
  /** Whether something was written after the save under way was sent. */
  writtenMeanwhile: boolean
  /** When the next save starts; null while there is nothing to save or something has to happen first. */
  dueAt: number | null
  reason: Reason
  trouble: Trouble | null
  /** The sentence that came with a refusal. */
  message: string | null
  failures: number
}

export type SaveEvent =
  | { type: 'written'; now: number }
  | { type: 'save-asked'; now: number }
  /** The window is being left, so what is unsaved must not wait for a pause. */
  | { type: 'leaving'; now: number }
  | { type: 'sent'; now: number }
  | { type: 'acknowledged'; now: number; version: number; savedAt: number }
  | { type: 'failed'; now: number; trouble: Trouble; message?: string }
  /** The network, the window or the writer is back, so it is worth trying again now. */
  | { type: 'returned'; now: number }
  /**
   * The server's text turned out to be one we have had, under a later version. `same` says that it is what we have now.
   */
  | { type: 'rebased'; now: number; version: number; savedAt: number; same: boolean }
  /** After a conflict our text is to be saved over the one that was saved first. */
  | { type: 'kept'; now: number; version: number; savedAt: number }
  /** Another text replaced ours, as the server has it. */
  | { type: 'replaced'; version: number; savedAt: number }

export const initialSaveState = (version: number, savedAt: number, savedAs: Reason): SaveState => ({
  version,
  savedAt,
  savedAs,
  unsavedSince: null,
  sending: null,
  writtenMeanwhile: false,
  dueAt: null,
  reason: 'autosave',
  trouble: null,
  message: null,
  failures: 0,
})

export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'written':
      return written(state, event.now)
    case 'save-asked':
      if (state.trouble === 'conflict') return state
      return { ...state, reason: 'save', dueAt: event.now }
    case 'leaving':
      return state.dueAt !== null && state.trouble === null ? { ...state, dueAt: event.now } : state
    case 'sent':
      return {
        ...state,
        sending: { since: event.now, reason: state.reason },
        writtenMeanwhile: false,
        dueAt: null,
        reason: 'autosave',
      }
    case 'acknowledged':
      return settled(state, event, !state.writtenMeanwhile, event.now)
    case 'failed':
      return failed(state, event)
    case 'returned':
      return state.trouble === 'network' || state.trouble === 'signed-out' ? { ...state, dueAt: event.now } : state
    case 'rebased':
      return { ...settled(state, event, event.same, event.now), dueAt: event.same ? null : event.now }
    case 'kept':
      return { ...settled(state, event, false, event.now), reason: 'save', dueAt: event.now }
    case 'replaced':
      return initialSaveState(event.version, event.savedAt, 'save')
  }
}

function written(state: SaveState, now: number): SaveState {
  const unsavedSince = state.unsavedSince ?? now
  const next = { ...state, unsavedSince, writtenMeanwhile: state.sending !== null }
  // A save under way, a retry already planned, or a question only the writer can answer decides the time instead.
  if (state.sending || state.trouble === 'network' || state.trouble === 'conflict' || state.trouble === 'signed-out') {
    return next
  }
  return { ...next, trouble: null, message: null, dueAt: Math.min(now + pause, unsavedSince + maxWaitMs) }
}

function settled(
  state: SaveState,
  saved: { version: number; savedAt: number },
  everything: boolean,
  now: number,
): SaveState {
  return {
    ...state,
    version: saved.version,
    savedAt: saved.savedAt,
    savedAs: state.sending?.reason ?? state.savedAs,
    unsavedSince: everything ? null : now,
    sending: null,
    writtenMeanwhile: false,
    dueAt: state.dueAt ?? (everything ? null : now + pause),
    trouble: null,
    message: null,
    failures: 0,
  }
}

function failed(state: SaveState, event: { now: number; trouble: Trouble; message?: string }): SaveState {
  const failures = state.failures + 1
  const wait = Math.min(firstRetry * 2 ** (failures - 1), maxRetryMs)
  return {
    ...state,
    unsavedSince: state.unsavedSince ?? event.now,
    sending: null,
    writtenMeanwhile: false,
    // A save by hand that failed is still one by hand when it is tried again.
    reason: state.sending?.reason === 'save' ? 'save' : state.reason,
    dueAt: retryAt(state, event, wait),
    trouble: event.trouble,
    message: event.message ?? null,
    failures,
  }
}

/**
 * Returns when to retry. A refused text is sent again when it has been changed, which it may have been while the
 * refusal was on its way.
 */
function retryAt(state: SaveState, event: { now: number; trouble: Trouble }, wait: number): number | null {
  if (event.trouble === 'network') return event.now + wait
  return event.trouble === 'refused' && state.writtenMeanwhile ? event.now + pause : null
}

/** Whether a save should start now. */
export const isDue = (state: SaveState, now: number): boolean =>
  state.sending === null && state.dueAt !== null && state.dueAt <= now

/** Whether closing the window now would lose something. */
export const isUnsaved = (state: SaveState): boolean => state.unsavedSince !== null

export type Notice = 'saved' | 'saving' | Trouble

/** Returns what the status line shows. */
export function noticeOf(state: SaveState, now: number): Notice {
  if (state.trouble) return state.trouble
  if (state.sending && now - state.sending.since >= slowAfter) return 'saving'
  return 'saved'
}

/** Returns when the state has to be looked at again: for the next save, or to show that one is slow. */
export function nextLook(state: SaveState): number | null {
  if (state.sending) return state.sending.since + slowAfter
  return state.dueAt
}
