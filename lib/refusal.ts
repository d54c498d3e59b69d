/**
 * What the newsroom says no to. `code` is a key under `refusals` in the messages, so the same no can be read in every
 * language; `field` names the form field it is about. A refusal has changed nothing.
 */
export class Refusal extends Error {
  readonly code: string
  readonly field: string | undefined
  readonly details: Record<string, string | number>

  constructor(code: string, options: { field?: string; details?: Record<string, string | number> } = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.field = options.field
    this.details = options.details ?? {}
  }
}
