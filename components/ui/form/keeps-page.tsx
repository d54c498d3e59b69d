'use client'
/**
 * Keeps the page when an action is refused. When the session has ended or the role has changed, Next replaces the page
 * with its 401 or 403, and with it everything typed. So the refusal is thrown before Next sees the answer: the page
 * stays, and whoever called the action says what has happened.
 */

export class ActionRefused extends Error {
  readonly status: number

  constructor(status: number) {
    super(`the action was answered with ${status}`)
    this.name = 'ActionRefused'
    this.status = status
  }
}

const isPatched = Symbol.for('pressrum.keeps-page')

function keepPage() {
  const browser = window as typeof window & { [isPatched]?: true }
  if (browser[isPatched]) return
  browser[isPatched] = true
  const plainFetch = browser.fetch.bind(browser)
  browser.fetch = async (input, init) => {
    const response = await plainFetch(input, init)
    const isRefused = response.status === 401 || response.status === 403
    if (isRefused && new Headers(init?.headers).has('next-action')) throw new ActionRefused(response.status)
    return response
  }
}

if (typeof window !== 'undefined') keepPage()

/** Rendered once around the studio, so that it is in place before anything can be sent. */
export function KeepsPage() {
  return null
}
