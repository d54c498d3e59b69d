/** The result of checking a link. */
export interface LinkStatus {
  /** `refused` is an address that the server does not visit; `unknown` one that could not be checked just now. */
  state: 'answers' | 'broken' | 'refused' | 'unknown'
  /** The HTTP status, when there was one. */
  status?: number
  /** The address it leads on to, when it does. */
  movedTo?: string
}
