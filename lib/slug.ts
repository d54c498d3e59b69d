import anyAscii from 'any-ascii'
import { slugFrom } from './slug-form.ts'

/**
 * Returns a readable address from a text in any script: å and ä become a, ö becomes o, Москва moskva; at most 80
 * characters.
 */
export const slugify = (text: string): string => slugFrom(text, anyAscii)

/** The address of a text in which nothing can be read aloud, as “???”. */
const nameless = 'text'

/** Returns the first of `wanted`, `wanted-2`, `wanted-3` … that is not taken. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = wanted || nameless
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? base : `${base}-${n}`
    if (!(await isTaken(candidate))) return candidate
  }
}
