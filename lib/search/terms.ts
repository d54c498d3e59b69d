/** Prepares what a person typed into the studio's search for the index, and marks it in the text found. */

export type MarkedText = { text: string; hit: boolean }[]

/** Folds letters as the index does: å and ä are a, ö is o, capitals are small. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Whether a text contains everything that was typed, each word anywhere in it, with å as a. */
export const holdsWords = (text: string, typed: string): boolean =>
  fold(typed)
    .split(/\s+/)
    .every((word) => fold(text).includes(word))

/**
 * Returns those whose name or description contains everything that was typed: first those whose names begin with it,
 * then those whose names contain it.
 */
export function findByName<T extends { name: string }>(all: T[], typed: string, about: (one: T) => string): T[] {
  const wanted = fold(typed).trim()
  const rank = ({ name }: T): number => {
    if (` ${fold(name).replaceAll('-', ' ')}`.includes(` ${wanted}`)) return 0
    return holdsWords(name, wanted) ? 1 : 2
  }
  return all
    .filter((one) => holdsWords(`${one.name} ${about(one)}`, wanted))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

/**
 * Returns the terms (words, and phrases in quotation marks), and two queries for the index: every term as a word or its
 * beginning, and every term as part of a word. `parts` is empty when a term is too short to be looked for inside words.
 * At most twelve terms of sixty letters; the rest of a longer text is left out.
 */
export function searchTerms(typed: string): { terms: string[]; words: string; parts: string } {
  const terms = [...typed.slice(0, 1_000).matchAll(/["”“]([^"”“]+)["”“]|[^\s"”“]+/gu)]
    .map((match) =>
      (match[1] ?? match[0])
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .slice(0, 60),
    )
    .filter(Boolean)
    .slice(0, 12)
  const quoted = terms.map((term) => `"${term}"`)
  return {
    terms,
    words: quoted.map((term) => `${term}*`).join(' AND '),
    parts: terms.every((term) => [...term].length >= 3) ? quoted.join(' AND ') : '',
  }
}

/**
 * Returns the text cut at each place a term stands. With `around`, only that many letters round the first such place.
 */
export function markTerms(text: string, terms: string[], { around }: { around?: number } = {}): MarkedText {
  const letters = [...text.normalize('NFC')]
  const folded = letters.map((letter) => fold(letter).slice(0, 1) || ' ')
  const haystack = folded.join('').replace(/[^\p{L}\p{N}]/gu, ' ')
  const hit = new Array<boolean>(letters.length).fill(false)
  for (const term of terms.map(fold)) {
    for (let at = haystack.indexOf(term); at >= 0; at = haystack.indexOf(term, at + term.length)) {
      // A term of one or two letters is found at the beginning of words only, as in the index.
      if (term.length > 2 || at === 0 || haystack[at - 1] === ' ') hit.fill(true, at, at + term.length)
    }
  }
  const first = Math.max(hit.indexOf(true), 0)
  const from = around === undefined ? 0 : wordStart(letters, Math.max(first - around / 2, 0))
  const to = around === undefined ? letters.length : wordEnd(letters, from + around * 1.5)
  const marked: MarkedText = []
  if (from > 0) marked.push({ text: '… ', hit: false })
  for (let i = from; i < to; i++) {
    const last = marked.at(-1)
    const letter = letters[i] === '\n' ? ' ' : (letters[i] ?? '')
    if (last && last.hit === Boolean(hit[i])) last.text += letter
    else marked.push({ text: letter, hit: Boolean(hit[i]) })
  }
  if (to < letters.length) marked.push({ text: ' …', hit: false })
  return marked
}

function wordStart(letters: string[], near: number): number {
  let at = Math.floor(near)
  while (at > 0 && /\S/.test(letters[at - 1] ?? ' ')) at--
  return at
}

function wordEnd(letters: string[], near: number): number {
  let at = Math.min(Math.floor(near), letters.length)
  while (at < letters.length && /\S/.test(letters[at] ?? ' ')) at++
  return at
}
