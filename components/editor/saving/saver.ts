/**
 * Runs the save state: reads the text, sends it, keeps a copy in the browser until it has arrived, and tells its
 * listeners.
 */
import type { Draft } from '#db/releases/revisions.ts'
import { sameText } from '#lib/document/compare/same-text.ts'
import type { SaveAnswer, SaveRequest, Stored } from './draft-requests.ts'
import {
  initialSaveState,
  isDue,
  isUnsaved,
  type Notice,
  nextLook,
  nextSaveState,
  noticeOf,
  type SaveEvent,
  type SaveState,
} from './save-state.ts'

export interface Saving {
  notice: Notice
  unsaved: boolean
  version: number
  savedAt: number
  message: string | null
  /** Whether the unsaved text is in this browser's storage, or about to be. */
  kept: boolean
  /** In a conflict: the text that was saved first. */
  theirs: Stored | null
}

export interface SaverOptions {
  stored: Stored
  read: () => Draft
  put: (request: SaveRequest) => Promise<SaveAnswer>
  /** `keep` returns whether the copy could be stored. */
  copies: { keep(copy: { baseVersion: number; draft: Draft; at: number }): boolean; forget(): void }
}

/** An unsaved word is in the copy after so many milliseconds. */
const copyAfter = 800

export class Saver {
  private readonly options: SaverOptions
  private state: SaveState
  private theirs: Stored | null = null
  /** Texts of ours that the server may have: the last it confirmed, and those sent without an answer. */
  private known: Draft[]
  private keepCurrent = false
  private kept = true
  private look: ReturnType<typeof setTimeout> | undefined
  private copying: ReturnType<typeof setTimeout> | undefined
  private listeners = new Set<() => void>()
  private snapshot: Saving

  constructor(options: SaverOptions) {
    this.options = options
    const { draft, version, savedAt } = options.stored
    this.state = initialSaveState(version, savedAt, 'autosave')
    this.known = [draft]
    this.snapshot = this.take()
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  current = (): Saving => this.snapshot

  written() {
    this.step({ type: 'written', now: Date.now() })
    this.copying ??= setTimeout(() => this.copyNow(), copyAfter)
  }

  /** Saves by hand, making a version to come back to, unless the last save already was one. */
  save() {
    if (!isUnsaved(this.state) && this.state.savedAs === 'save') return
    this.step({ type: 'save-asked', now: Date.now() })
  }

  /** Sends when somebody is known to have saved, so as to meet their text. */
  recheck() {
    this.step({ type: 'save-asked', now: Date.now() })
  }

  /** Saves everything now. Resolves to the resulting version, or to undefined when something is in the way. */
  async flush(): Promise<number | undefined> {
    for (let round = 0; round < 3; round++) {
      if (isUnsaved(this.state)) this.step({ type: 'save-asked', now: Date.now() })
      while (this.state.sending || isDue(this.state, Date.now())) await this.change()
      if (!isUnsaved(this.state)) return this.state.version
      if (this.state.trouble) return undefined
    }
    return undefined
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop()
        resolve()
      })
    })
  }

  returned() {
    this.step({ type: 'returned', now: Date.now() })
  }

  leaving() {
    if (isUnsaved(this.state)) this.copyNow()
    this.step({ type: 'leaving', now: Date.now() })
  }

  /** The text ours began from: the last the server is known to have had of ours. */
  base = (): Draft => this.known[0] ?? this.options.stored.draft

  /** Chooses our text over the one saved first, which is kept as a version. */
  keepMine() {
    if (!this.theirs) return
    const { draft, version, savedAt } = this.theirs
    this.keepCurrent = true
    this.known = [draft]
    this.theirs = null
    this.step({ type: 'kept', now: Date.now(), version, savedAt })
  }

  /** The text on the screen has become the server's: somebody chose theirs, or a publication raised the version. */
  replaced({ draft, version, savedAt }: Stored) {
    this.known = [draft]
    this.theirs = null
    this.step({ type: 'replaced', version, savedAt })
    this.forgetCopy()
  }

  /** The version has been raised without the text changing. */
  moved(version: number) {
    this.step({ type: 'rebased', now: Date.now(), version, savedAt: this.state.savedAt, same: !isUnsaved(this.state) })
  }

  stop() {
    clearTimeout(this.look)
    clearTimeout(this.copying)
  }

  private step(event: SaveEvent) {
    this.state = nextSaveState(this.state, event)
    if (isDue(this.state, Date.now())) void this.send()
    this.plan()
    this.snapshot = this.take()
    for (const listener of [...this.listeners]) listener()
  }

  private plan() {
    clearTimeout(this.look)
    const at = nextLook(this.state)
    if (at === null) return
    const wait = at - Date.now()
    if (wait > 0 || isDue(this.state, Date.now())) this.look = setTimeout(() => this.glance(), Math.max(0, wait))
  }

  private glance() {
    if (isDue(this.state, Date.now())) void this.send()
    this.plan()
    this.snapshot = this.take()
    for (const listener of [...this.listeners]) listener()
  }

  private async send() {
    const draft = this.options.read()
    const { version: baseVersion, reason } = this.state
    this.state = nextSaveState(this.state, { type: 'sent', now: Date.now() })
    this.known.push(draft)
    const answer = await this.options.put({ baseVersion, draft, reason, keepCurrent: this.keepCurrent || undefined })
    this.settle(answer, draft)
  }

  private settle(answer: SaveAnswer, sent: Draft) {
    const now = Date.now()
    switch (answer.type) {
      case 'saved':
        this.known = [sent]
        this.keepCurrent = false
        this.step({ type: 'acknowledged', now, version: answer.version, savedAt: answer.savedAt })
        if (!isUnsaved(this.state)) this.forgetCopy()
        return
      case 'stale':
        return this.meet(answer.stored)
      case 'signed-out':
        return this.step({ type: 'failed', now, trouble: 'signed-out' })
      case 'refused':
        return this.step({ type: 'failed', now, trouble: 'refused', message: answer.message })
      case 'unreachable':
        return this.step({ type: 'failed', now, trouble: 'network', message: answer.message })
    }
  }

  /**
   * Handles a stale save: it is a conflict only if the server's text is one we have never had. An answer lost on the
   * way is none.
   */
  private meet(stored: Stored) {
    const now = Date.now()
    const { version, savedAt, draft } = stored
    const same = sameText(draft, this.options.read())
    if (same || this.known.some((known) => sameText(known, draft))) {
      this.known = [draft]
      this.step({ type: 'rebased', now, version, savedAt, same })
      if (same) this.forgetCopy()
      return
    }
    this.theirs = stored
    this.step({ type: 'failed', now, trouble: 'conflict' })
    this.copyNow()
  }

  private copyNow() {
    clearTimeout(this.copying)
    this.copying = undefined
    if (!isUnsaved(this.state)) return
    this.kept = this.options.copies.keep({
      baseVersion: this.state.version,
      draft: this.options.read(),
      at: Date.now(),
    })
    // What cannot be kept in the browser is saved without waiting for a pause.
    if (!this.kept) this.step({ type: 'leaving', now: Date.now() })
  }

  private forgetCopy() {
    clearTimeout(this.copying)
    this.copying = undefined
    this.options.copies.forget()
  }

  /** Returns the same object as long as its values are the same, so that nothing renders again at every key. */
  private take(): Saving {
    const { version, savedAt, message } = this.state
    const notice = noticeOf(this.state, Date.now())
    const next: Saving = {
      notice,
      unsaved: isUnsaved(this.state),
      version,
      savedAt,
      message,
      kept: this.kept,
      theirs: this.theirs,
    }
    const keys = Object.keys(next) as (keyof Saving)[]
    return this.snapshot && keys.every((key) => this.snapshot[key] === next[key]) ? this.snapshot : next
  }
}
