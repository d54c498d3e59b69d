/** Unsaved text, kept in this browser until the server has confirmed it, and found again after a crash. */
import type { Draft } from '#db/releases/revisions.ts'
import { sameText } from '#lib/document/compare/same-text.ts'

export interface RescueCopy {
  key: string
  userId: string
  /** The version it was written from. */
  baseVersion: number
  at: number
  draft: Draft
}

const prefix = 'pressrum:unsaved:'

/** This window's own place, so that two windows on the same text do not overwrite each other's copy. */
export class Rescue {
  private readonly key: string
  private readonly releaseId: string
  private readonly userId: string
  private release: (() => void) | undefined

  constructor(releaseId: string, userId: string, windowId: string) {
    this.releaseId = releaseId
    this.userId = userId
    this.key = `${prefix}${releaseId}:${windowId}`
  }

  /** Held while the window lives, so that another window can tell a crashed one's copy from a living one's. */
  hold(): void {
    void navigator.locks?.request(this.key, () => new Promise<void>((resolve) => (this.release = resolve)))
  }

  /** Keeps a copy and says whether it could: storage that is full or forbidden is no reason to stop anybody from writing. */
  keep(copy: { baseVersion: number; draft: Draft; at: number }): boolean {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...copy, userId: this.userId }))
      return true
    } catch {
      return false
    }
  }

  forget(): void {
    remove(this.key)
  }

  /**
   * The copies of this release that windows of the same member have left behind, latest first. One that says the same
   * as what is saved has done its duty and is thrown away.
   */
  async leftBehind(saved: Draft): Promise<RescueCopy[]> {
    const alive = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name))
    const keys = storedKeys().filter(
      (key) => key.startsWith(`${prefix}${this.releaseId}:`) && key !== this.key && !alive.has(key),
    )
    const copies = keys
      .map(read)
      .filter((copy) => copy !== undefined)
      .filter((copy) => copy.userId === this.userId)
    for (const copy of copies) if (sameText(copy.draft, saved)) remove(copy.key)
    return copies.filter((copy) => !sameText(copy.draft, saved)).sort((a, b) => b.at - a.at)
  }

  close(): void {
    this.release?.()
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function read(key: string): RescueCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? '') as Omit<RescueCopy, 'key'>
    return { ...copy, key }
  } catch {
    return undefined
  }
}

/** Throws a copy away: it has been taken over, or its owner does not want it. */
export function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
