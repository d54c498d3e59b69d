/**
 * An error for what the newsroom refuses to do. `code` is a key under `refusals` in the messages, so the reason can be
 * read in every language; `field` names the form field it is about. Whatever was refused has changed nothing.
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
