/** What became of asking after a link. */
export interface LinkAnswer {
  /** `refused` is what the server does not go to; `unknown` what could not be told just now. */
  state: 'answers' | 'broken' | 'refused' | 'unknown'
  /** What the server at the other end said, when it said anything. */
  status?: number
}
