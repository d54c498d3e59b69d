/** Reports every few seconds that this window has the text open, and learns who else has. */
import type { PresenceState, Present } from '#db/releases/presence.ts'
import { postPresence, sendGone } from '../saving/draft-requests.ts'

const beat = 10_000
/** A writer who has not changed the text for so many milliseconds only has it open. */
const rest = 120_000

export class Presence {
  private readonly releaseId: string
  private readonly windowId: string
  private readonly place: () => number | null
  private others: Present[] = []
  private wroteAt = Number.NEGATIVE_INFINITY
  private isTelling = false
  private isGone = false
  private listeners = new Set<() => void>()

  constructor(releaseId: string, windowId: string, place: () => number | null) {
    this.releaseId = releaseId
    this.windowId = windowId
    this.place = place
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  current = (): Present[] => this.others

  /** Starts to report. Returns a function that stops it. */
  start(): () => void {
    const onSeen = () => void this.tell()
    const onCome = () => {
      this.isGone = false
      void this.tell()
    }
    // A page that is left also becomes hidden, which must not be reported after this.
    const onGone = () => {
      this.isGone = true
      sendGone(this.releaseId, this.windowId)
    }
    document.addEventListener('visibilitychange', onSeen)
    window.addEventListener('pageshow', onCome)
    window.addEventListener('pagehide', onGone)
    onCome()
    const beating = setInterval(() => void this.tell(), beat)
    return () => {
      clearInterval(beating)
      onGone()
      document.removeEventListener('visibilitychange', onSeen)
      window.removeEventListener('pageshow', onCome)
      window.removeEventListener('pagehide', onGone)
    }
  }

  /** Notes that something was written here. The others learn of the first word at once. */
  wrote() {
    const isNews = this.state() !== 'writing'
    this.wroteAt = Date.now()
    if (isNews) void this.tell()
  }

  /** Takes the list of others from the server. */
  heard(others: Present[]) {
    if (JSON.stringify(others) === JSON.stringify(this.others)) return
    this.others = others
    for (const listener of [...this.listeners]) listener()
  }

  private state(): PresenceState {
    if (document.visibilityState === 'hidden') return 'away'
    return Date.now() - this.wroteAt < rest ? 'writing' : 'open'
  }

  private async tell() {
    if (this.isTelling || this.isGone) return
    this.isTelling = true
    const { windowId } = this
    this.heard(await postPresence(this.releaseId, { windowId, state: this.state(), place: this.place() }))
    this.isTelling = false
  }
}
