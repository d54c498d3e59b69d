/**
 * Hashes passwords with argon2id, at most two at once: each takes 19 MiB and a core, and sign-in must not starve
 * readers.
 */
import { hash, verify } from '@node-rs/argon2'

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password))

let someHash: Promise<string> | undefined

/**
 * Whether the password fits. It takes as long without a stored hash as with one, so the time tells nobody who has an
 * account.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  someHash ??= hashPassword('nobody has this password')
  const nobodys = await someHash
  const fits = await inTurn(() => verify(stored ?? nobodys, password))
  return fits && stored !== undefined
}
