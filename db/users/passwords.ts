/**
 * Hashes passwords with argon2id, at most two at once: each takes 19 MiB and a core, and sign-in must not starve
 * readers.
 */
import { hash, verify } from '@node-rs/argon2'

let running = 0
const waiting: (() => void)[] = []

async function runExclusive<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

/**
 * Returns a password as RFC 8265's OpaqueString has it: letters that can be written in several ways (å is one code
 * point on one keyboard and two on another) in one, and one kind of space.
 */
const prepared = (password: string): string => password.replace(/\p{Zs}/gu, ' ').normalize('NFC')

export const hashPassword = (password: string): Promise<string> => runExclusive(() => hash(prepared(password)))

let someHash: Promise<string> | undefined

/**
 * Whether the password fits. It takes as long without a stored hash as with one, so the time tells nobody who has an
 * account. An empty one is a password that nothing fits.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  someHash ??= hashPassword('nobody has this password')
  const nobodys = await someHash
  // Hashes from before passwords were prepared are of the very bytes that were typed.
  let fits = false
  for (const written of new Set([prepared(password), password])) {
    if (!fits) fits = await runExclusive(() => verify(stored || nobodys, written))
  }
  return fits && Boolean(stored)
}
