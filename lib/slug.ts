/**
 * Makes a readable address from a text: å and ä become a, ö becomes o, other accents go; words are joined by hyphens,
 * and the whole is cut at 80 characters.
 */
export function slugify(text: string): string {
  const folded = text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .replace(/[æ]/g, 'ae')
    .replace(/[øœ]/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/['’´`]/g, '')
  const words = folded.split(/[^a-z0-9]+/).filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, 80)
    if (longer.length > 80) break
    slug = longer
  }
  return slug
}

/** Returns the first of `wanted`, `wanted-2`, `wanted-3` … that is not taken. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = wanted || 'x'
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? base : `${base}-${n}`
    if (!(await isTaken(candidate))) return candidate
  }
}
