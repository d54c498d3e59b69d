/** Finds who says a quote: the person that its words, or those that name the speaker, are about. */
import { verbsIn } from '../../document/attribution.ts'
import { type Language, languages, listed, rulesOf } from '../../locale.ts'
import type { ReadPerson } from './parts.ts'

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const verbsOf = (language: Language): string[] => [...verbsIn(language), ...listed(rulesOf(language).reading.said)]

const verb = new Map<Language, string>()
function verbPattern(language: Language): string {
  const known = verb.get(language) ?? verbsOf(language).map(escaped).join('|')
  verb.set(language, known)
  return known
}

/** Whether some words say that somebody says them, in any language. */
export const isSaid = (words: string): boolean =>
  languages.some((language) => new RegExp(`[,?!”"“]\\s+(?:${verbPattern(language)})\\s+`, 'u').test(words))

const pronoun = (language: Language) => `(?:${listed(rulesOf(language).reading.pronouns).join('|')})(?!\\p{L})`

/**
 * Returns how far a name stands from a verb of saying, on either side of it: “säger Produktionens programchef Ingrid
 * Ölvestad”, “Ingrid Ölvestad, programchef, säger”. Undefined where it does not.
 */
function distanceFromVerb(words: string, name: string, language: Language): number | undefined {
  const named = `(?<![\\p{L}-])${escaped(name)}(?![\\p{L}-])`
  const before = new RegExp(
    `(?<!\\p{L})(?:${verbPattern(language)})(?!\\s+${pronoun(language)})((?:\\s+[\\p{L}\\p{N}’'-]+){0,6}?)\\s+${named}`,
    'u',
  ).exec(words)
  if (before) return before[1]?.length ?? 0
  const after = new RegExp(`${named}(,[^,.]{1,80},)?\\s+(?:${verbPattern(language)})(?!\\p{L})`, 'u').exec(words)
  return after ? (after[1]?.length ?? 0) : undefined
}

/** Returns 0 where a verb that is not known stands between a comma and the name at the end: “…, avrundar Ingrid.” */
function atTheEnd(words: string, name: string, language: Language): number | undefined {
  const between = `(?!\\s+${pronoun(language)})\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}`
  const pattern = new RegExp(`[,?!”"]\\s+\\p{Ll}+${between}${escaped(name)}(?:,[^.!?]{1,120})?\\.$`, 'u')
  return pattern.test(words) ? 0 : undefined
}

const partsOf = ({ name }: ReadPerson): string[] => {
  const words = name.split(/\s+/)
  return [words[0] ?? '', words.at(-1) ?? ''].filter((one) => one.length > 1)
}

/**
 * Returns the people that a quote may be by. One is certain; several share the name that stands there; none where
 * nobody is named.
 */
export function speakersOf(words: string, people: ReadPerson[], language: Language): ReadPerson[] {
  const bySaying = nearest(people, (name) => distanceFromVerb(words, name, language))
  return bySaying.length > 0 ? bySaying : nearest(people, (name) => atTheEnd(words, name, language))
}

/** Whoever is named in full is meant before those of whose name only a part stands there. */
function nearest(people: ReadPerson[], distance: (name: string) => number | undefined): ReadPerson[] {
  const whole = closest(people, ({ name }) => [distance(name)])
  return whole.length > 0 ? whole : closest(people, (person) => partsOf(person).map(distance))
}

function closest(people: ReadPerson[], distances: (person: ReadPerson) => (number | undefined)[]): ReadPerson[] {
  const found = people.flatMap((person) => {
    const near = distances(person).filter((one) => one !== undefined)
    return near.length > 0 ? [{ person, at: Math.min(...near) }] : []
  })
  const least = Math.min(...found.map(({ at }) => at))
  return found.filter(({ at }) => at === least).map(({ person }) => person)
}

/** What somebody says: long enough not to be a name in quotation marks. */
const marked = '["“”„»«][^"“”„»«]{12,}["“”„»«]'
const opens = new RegExp(`^${marked}`, 'u')
/** “Ebba Lind, head of property, said: “It works.”” */
const closes = new RegExp(`^[^"“”„»«:]{3,160}[:,]\\s+${marked}\\.?$`, 'u')

/** Whether a paragraph is what somebody says in quotation marks: it begins with them, or leads up to them and ends. */
export const isQuoted = (words: string): boolean => opens.test(words) || closes.test(words)
