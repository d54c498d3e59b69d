/**
 * Tells which words are forms of one another, by the endings of each language. A word gets every stem it could have,
 * and two words are forms of one word when they share a stem. So `vatten` has both `vatt` (as if it were `vatt-en`) and
 * `vattn`, which `vattnet` has too. All words are folded, so that `verkstäder` is already `verkstader`.
 */
import type { Language } from '../locale.ts'
import { irregular } from './irregular.ts'

interface Rules {
  /** Endings, by the fewest letters that must be left without them. */
  endings: [least: number, endings: string[]][]
  /** Other stems that a stem may have. */
  also(stem: string): string[]
  /** How many of a stem's last letters may change. */
  loose: number
}

const rules: Record<string, Rules> = {
  sv: {
    endings: [
      [4, ['e', 'r', 't', 'te', 'de', 'tes', 'des', 'it', 'its', 'um', 'na', 'nas', 'ns', 'ts']],
      [
        3,
        's a n an ans ar ars arna arnas are aren ares arens arne as er ers erna ernas en ens et ets es or ors orna ornas ade ades at ats ast aste ande andes ad'.split(
          ' ',
        ),
      ],
    ],
    also: (stem) => [
      // Vatten, vattnet; nummer, numret; exempel, exemplet.
      ...(/[^aeiouy]e[lnr]$/.test(stem) ? [single(stem.slice(0, -2) + stem.at(-1))] : []),
      ...(/[mn]{2}[lnr]$/.test(stem) ? [single(stem)] : []),
      // Rum, rummet; program, programmet.
      ...(/(?:mm|nn)$/.test(stem) ? [stem.slice(0, -1)] : []),
    ],
    loose: 1,
  },
  en: {
    endings: [[3, ['s', 'es', 'ed', 'd', 'ing', 'ings']]],
    also: (stem) => [
      // Cities, city; studied, study.
      ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
      // Knives, knife; analyses, analysis.
      ...(stem.endsWith('v') ? [`${stem.slice(0, -1)}f`, `${stem.slice(0, -1)}fe`] : []),
      ...(stem.endsWith('ys') ? [`${stem}is`] : []),
      // Invite, inviting; run, running.
      ...(/([^aeiouls])\1$/.test(stem) ? [stem.slice(0, -1)] : []),
      ...(/[^aeiou]$/.test(stem) ? [`${stem}e`] : []),
    ],
    loose: 2,
  },
}

const single = (stem: string) => stem.replace(/([mn])\1([lnr])$/, '$1$2')

/** The rules of a language whose endings are not known: none. */
const none: Rules = { endings: [], also: () => [], loose: 0 }
const rulesFor = (language: Language): Rules => rules[language] ?? none

/** Returns the stems a folded word may have, itself first. */
export function stemsOf(word: string, language: Language): Set<string> {
  const { endings, also } = rulesFor(language)
  const stems = new Set([word])
  const base = irregular[language]?.get(word)
  if (base === word) return stems
  if (base) stems.add(base)
  for (const [least, list] of endings) {
    for (const one of list) {
      if (word.length - one.length >= least && word.endsWith(one)) stems.add(word.slice(0, -one.length))
    }
  }
  // A word in -ss, -us or -is has no plural s.
  if (language === 'en' && /(?:ss|us|is)$/.test(word)) stems.delete(word.slice(0, -1))
  if (language === 'sv' || stems.size > 1) {
    for (const stem of [...stems]) {
      if (language === 'sv' || stem !== word) for (const other of also(stem)) stems.add(other)
    }
  }
  return stems
}

/** Whether a word is a form of the one that has these stems. */
export function sharesStem(stems: Set<string>, word: string, language: Language): boolean {
  for (const stem of stemsOf(word, language)) if (stems.has(stem)) return true
  return false
}

/** Returns how the forms of a word may begin, in as few letters as it takes. Irregular forms begin as they are. */
export function beginningsOf(word: string, language: Language): string[] {
  const stems = stemsOf(word, language)
  const shortest = [...stems]
    .filter((stem) => word.startsWith(stem.slice(0, 3)))
    .reduce((a, b) => (b.length < a.length ? b : a), word)
  const beginning = (stem: string) => stem.slice(0, Math.max(3, stem.length - rulesFor(language).loose))
  const others = [...(irregular[language] ?? [])].flatMap(([form, base]) =>
    stems.has(base) ? [form, beginning(base)] : stems.has(form) ? [form] : [],
  )
  return [...new Set([beginning(shortest), ...others])]
}
