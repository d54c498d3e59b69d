/**
 * Breaks a headline into lines: in as large a size as fits, between words, and inside a word only where there is no
 * other way.
 */
import { graphemesIn } from '../graphemes.ts'

const softHyphen = '\u00ad'

export interface Setting {
  lines: string[]
  size: number
}

export interface Room {
  width: number
  height: number
  /** The distance between lines, in multiples of the size. */
  leading: number
  /** The sizes to choose from, largest first. */
  sizes: number[]
  measure(text: string, size: number): number
}

/**
 * Sets the text in the largest size whose lines fit the room, with unbroken words if any size allows it, and then with
 * lines as even as they can be. What does not fit in the smallest size ends with an ellipsis.
 */
export function fitLines(text: string, room: Room): Setting {
  // A word of characters that the typeface lacks has no width and would leave nothing to see.
  const words = text.split(/\s+/).filter((word) => room.measure(word, 1) > 0)
  const most = (size: number) => Math.max(1, Math.floor(room.height / (size * room.leading)))
  for (const mayBreak of [false, true]) {
    for (const size of room.sizes) {
      const measure = (line: string) => room.measure(line, size)
      const set = (width: number) => linesOf(words, { width, mayBreak, measure })
      const lines = set(room.width)
      if (!lines || lines.length > most(size)) continue
      return { size, lines: mayBreak ? lines : evened(lines, set, room.width) }
    }
  }
  const size = room.sizes.at(-1) ?? 0
  const measure = (line: string) => room.measure(line, size)
  const lines = linesOf(words, { width: room.width, mayBreak: true, measure }) ?? []
  return { size, lines: cut(lines, most(size), (line) => measure(line) <= room.width) }
}

interface Way {
  width: number
  mayBreak: boolean
  measure(text: string): number
}

/** Fills lines one after another. Undefined where a word is wider than the line and may not be broken. */
function linesOf(words: string[], { width, mayBreak, measure }: Way): string[] | undefined {
  const fits = (line: string) => measure(line) <= width
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const plain = word.replaceAll(softHyphen, '')
    const longer = line ? `${line} ${plain}` : plain
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = plain
    if (fits(plain)) continue
    if (!mayBreak) return undefined
    const parts = broken(word, fits)
    line = parts.pop() ?? ''
    lines.push(...parts)
  }
  return line ? [...lines, line] : lines
}

/** Breaks a word into as many parts as it needs: at its soft hyphens, else between any two letters. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const syllables = word.split(softHyphen)
  const parts: string[] = []
  let part = syllables.shift() ?? ''
  for (const syllable of syllables) {
    if (fits(`${part}${syllable}-`)) part += syllable
    else {
      parts.push(fits(`${part}-`) ? `${part}-` : part)
      part = syllable
    }
  }
  return [...parts, part].flatMap((one) => (fits(one) ? [one] : letterByLetter(one, fits)))
}

function letterByLetter(part: string, fits: (line: string) => boolean): string[] {
  const pieces = ['']
  for (const letter of part) {
    const longer = pieces.at(-1) + letter
    if (fits(longer)) pieces[pieces.length - 1] = longer
    else pieces.push(letter)
  }
  return pieces
}

/** Sets the same number of lines in the narrowest width that gives it, so that they are even. */
function evened(lines: string[], set: (width: number) => string[] | undefined, width: number): string[] {
  let best = lines
  let low = width / 2
  let high = width
  while (high - low > 4) {
    const middle = (low + high) / 2
    const narrower = set(middle)
    if (narrower && narrower.length === lines.length) {
      best = narrower
      high = middle
    } else low = middle
  }
  return best
}

function cut(lines: string[], most: number, fits: (line: string) => boolean): string[] {
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last && !fits(`${last}…`)) last = graphemesIn(last).slice(0, -1).join('')
  return [...lines.slice(0, most - 1), `${last.replace(/[\s.,:;–-]+$/, '')}…`]
}
