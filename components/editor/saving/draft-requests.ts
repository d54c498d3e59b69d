/** The requests an open text makes, with their results as events of the save state. */
import type { PresenceState, Present } from '#db/releases/presence.ts'
import type { Draft } from '#db/releases/revisions.ts'
import type { Reason } from './save-state.ts'

/** A draft as the server has it. */
export interface Stored {
  draft: Draft
  version: number
  savedAt: number
  savedBy: { id: string; name: string } | null
}

export type SaveAnswer =
  | { type: 'saved'; version: number; savedAt: number; others: Present[] }
  | { type: 'stale'; stored: Stored }
  | { type: 'signed-out' }
  | { type: 'refused'; message: string }
  | { type: 'unreachable'; message?: string }

export interface SaveRequest {
  baseVersion: number
  draft: Draft
  reason: Reason
  keepCurrent?: boolean
}

/** A save is given up after so many milliseconds; if it arrives later it is refused as stale and recognised. */
const patience = 20_000

export async function putDraft(releaseId: string, request: SaveRequest, windowId: string): Promise<SaveAnswer> {
  const answer = await send(`/api/releases/${releaseId}/draft`, 'PUT', { ...request, windowId })
  if ('type' in answer) return answer
  const { status, body } = answer
  if (status === 200) return { type: 'saved', ...(body as { version: number; savedAt: number; others: Present[] }) }
  if (status === 409) return { type: 'stale', stored: body as Stored }
  return { type: 'refused', message: messageIn(body) }
}

/** Stores a text in the history, or as a release of its own. Resolves to the new id, or to why it failed. */
export async function postDraft(
  releaseId: string,
  what: 'aside' | 'copy',
  draft: Draft,
): Promise<{ id: string } | { message: string }> {
  const answer = await send(`/api/releases/${releaseId}/${what}`, 'POST', { draft })
  if ('type' in answer) return { message: 'message' in answer ? (answer.message ?? '') : '' }
  return answer.status === 200 ? (answer.body as { id: string }) : { message: messageIn(answer.body) }
}

/** What a window reports to others who have the same text open. */
export interface PresenceNote {
  windowId: string
  state: PresenceState
  place: number | null
}

const presenceAddress = (releaseId: string) => `/api/releases/${releaseId}/presence`

/**
 * Reports that the text is open here. Resolves to who else has it open, or to nobody when the server could not be
 * reached.
 */
export async function postPresence(releaseId: string, note: PresenceNote): Promise<Present[]> {
  const answer = await send(presenceAddress(releaseId), 'POST', note)
  return 'status' in answer && answer.status === 200 ? (answer.body as { others: Present[] }).others : []
}

/** Reports that the window is being left, which may be the last thing it does. */
export function sendGone(releaseId: string, windowId: string): void {
  const note: PresenceNote = { windowId, state: 'gone', place: null }
  navigator.sendBeacon(presenceAddress(releaseId), JSON.stringify(note))
}

/** Sends one request of an open text. Resolves to the status with the answer's JSON, or to why there is none. */
export async function send(
  address: string,
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  content?: object,
): Promise<{ status: number; body: unknown } | Extract<SaveAnswer, { type: 'signed-out' | 'unreachable' }>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: content && JSON.stringify(content),
      // A redirect to the sign-in page is an answer too: it says that nobody is signed in.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (response.type === 'opaqueredirect' || response.status === 401) return { type: 'signed-out' }
    const body = await response.json().catch(() => null)
    if (response.status >= 500 || response.status === 429 || (response.ok && !body)) {
      return { type: 'unreachable', message: messageIn(body) || undefined }
    }
    return { status: response.status, body }
  } catch {
    return { type: 'unreachable' }
  }
}

export const messageIn = (body: unknown): string => String((body as { message?: unknown } | null)?.message ?? '')
