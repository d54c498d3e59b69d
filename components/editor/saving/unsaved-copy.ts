/** Keeps unsaved text in this browser until the server has confirmed it, and finds it again after a crash. */
import type { Draft } from '#db/releases/revisions.ts'
import { sameText } from '#lib/document/compare/same-text.ts'

export interface UnsavedCopy {
  key: string
  userId: string
  /** The version it was written from. */
  baseVersion: number
  at: number
  draft: Draft
}

const prefix = 'pressrum:unsaved:'

/**
 * Stores this window's copies under a name of its own, so that two windows on the same text do not overwrite each
 * other's.
 */
export class UnsavedCopies {
  private readonly key: string
  private readonly releaseId: string
  private readonly userId: string
  private release: (() => void) | undefined

  constructor(releaseId: string, userId: string, windowId: string) {
    this.releaseId = releaseId
    this.userId = userId
    this.key = `${prefix}${releaseId}:${windowId}`
  }

  /** Holds a lock while the window lives, by which another window can tell a crashed one's copy from a living one's. */
  hold(): void {
    void navigator.locks?.request(this.key, () => new Promise<void>((resolve) => (this.release = resolve)))
  }

  /**
   * Stores a copy and returns whether it could: full or forbidden storage is no reason to stop anybody from writing.
   */
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
   * Returns the copies of this release that windows of the same member have left behind, latest first. One that says
   * the same as what is saved is deleted.
   */
  async recoverable(saved: Draft): Promise<UnsavedCopy[]> {
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

function read(key: string): UnsavedCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? '') as Omit<UnsavedCopy, 'key'>
    return { ...copy, key }
  } catch {
    return undefined
  }
}

/** Deletes a copy that has been taken over, or that its owner does not want. */
export function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
