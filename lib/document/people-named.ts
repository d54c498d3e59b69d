/**
 * Finds the people that a text names with what they do: “programchef Ingrid Ölvestad”, “säger Ebba Lind, processansvarig
 * på Åsunda mejeri”. It only proposes: a name that nothing beside it makes a person's is left alone.
 */
import { type Language, listed, rulesOf } from '../locale.ts'

export interface NamedPerson {
  name: string
  /** What the text says they do, as it says it; empty where it does not. */
  role: string
  organisation: string
  /** Where the name stands. */
  at: number
}

const particle = '(?:af|von|van|de|der|den|di|da|al|bin|ten)'
const nameWord = "\\p{Lu}[\\p{L}’']+(?:-\\p{Lu}[\\p{L}’']+)*"
const fullName = new RegExp(
  `(?<![\\p{L}\\p{N}-])${nameWord}(?:\\s+(?:${particle}\\s+)?${nameWord}){1,3}(?![\\p{L}\\p{N}])`,
  'gu',
)

const anyOf = (words: string) =>
  listed(words)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')

interface Reader {
  isRole: (words: string) => boolean
  roles: Set<string>
  saidBefore: RegExp
  saidAfter: RegExp
  roleBefore: RegExp
  /** What stands between a role and where it is held, the surest first. */
  places: RegExp[]
  /** Whether some words lead up to what a role is about, and not to where it is held: “head of”. */
  isAboutNext: (words: string) => boolean
  /** Words that lead on to where somebody works, and so end no role. */
  at: string[]
}

const readers = new Map<Language, Reader>()

function readerOf(language: Language): Reader {
  const known = readers.get(language)
  if (known) return known
  const { verbs, naming, reading } = rulesOf(language)
  // Those that the editor offers, and others that a text written elsewhere has: “said” is the commonest in English.
  const saying = `${anyOf(verbs)}|${anyOf(reading.said)}`
  const role = new RegExp(`(?:${anyOf(naming.roles)})(?:e?n|s)?(?![\\p{L}])`, 'u')
  const reader: Reader = {
    isRole: (words) => role.test(words),
    roles: new Set(listed(naming.roles)),
    saidBefore: new RegExp(`(?<!\\p{L})(?:${saying})\\s+(?:[\\p{L}-]+\\s+){0,3}$`, 'u'),
    saidAfter: new RegExp(`^(?:,[^,.]{1,80},)?\\s+(?:${saying})(?!\\p{L})`, 'u'),
    roleBefore: /(?<![\p{L}.!?])((?:\p{Ll}[\p{L}-]*\s+){1,4}|VD\s+|CEO\s+)$/u,
    at: listed(naming.at),
    isAboutNext: (words) => listed(naming.fields).some((field) => words.toLowerCase().endsWith(field)),
    places: listed(naming.at).map((word) => new RegExp(`\\s+${word}\\s+(?=\\p{Lu})`, 'u')),
  }
  readers.set(language, reader)
  return reader
}

/** Whether some words say what somebody does: “Programchef”, “head of research”. */
export const isRole = (words: string, language: Language): boolean => {
  const reader = readerOf(language)
  return reader.isRole(words) || reader.isRole(words.toLowerCase())
}

/** Whether a line is somebody's name and nothing else: “Carl-Johan von Essen”, and not “Managing Director”. */
export function isNameAlone(line: string, language: Language): boolean {
  const [found, ...others] = line.matchAll(fullName)
  if (!found || others.length > 0 || found[0] !== line.trim()) return false
  const words = line.trim().split(/\s+/)
  const { roles } = readerOf(language)
  const isShouted = words.every((word) => word === word.toLocaleUpperCase())
  const isOther = (word: string) =>
    roles.has(word) || roles.has(word.toLowerCase()) || (!isShouted && /^\p{Lu}{2,4}$/u.test(word))
  return !words.some(isOther) && !(words.length > 2 && isRole(words[0] ?? '', language))
}

/** Divides “fastighetschef på Åsundahem” and “Driftingenjör, Gruvnäs kommun” into what somebody does and for whom. */
export function dividedRole(words: string, language: Language): { role: string; organisation: string } {
  const comma = words.indexOf(',')
  if (comma >= 0) return { role: words.slice(0, comma).trim(), organisation: words.slice(comma + 1).trim() }
  const [role, organisation] = placed(words, readerOf(language))
  return isRole(role, language) ? { role: role.trim(), organisation } : { role: words.trim(), organisation: '' }
}

/** Returns a role and where it is held, which is empty where the words do not tell. */
function placed(words: string, { places, isAboutNext }: Reader): [role: string, organisation: string] {
  const found = places
    .map((place) => place.exec(words))
    .find((one) => one !== null && !isAboutNext(words.slice(0, one.index + one[0].length).trim()))
  return found ? [words.slice(0, found.index), words.slice(found.index + found[0].length)] : [words, '']
}

/** Returns the people named in some text, each once, where they are first named in full with most said of them. */
export function peopleNamed(text: string, language: Language): NamedPerson[] {
  const found = new Map<string, NamedPerson>()
  const reader = readerOf(language)
  for (const { 0: name, index } of text.matchAll(fullName)) {
    const named = personAt(text, { name, at: index }, reader)
    const before = found.get(name)
    if (named && (!before || (!before.role && named.role))) found.set(name, { ...named, at: before?.at ?? index })
  }
  return [...found.values()]
}

function personAt(text: string, { name, at }: { name: string; at: number }, reader: Reader): NamedPerson | undefined {
  const before = text.slice(Math.max(0, at - 120), at)
  const after = text.slice(at + name.length, at + name.length + 200)
  const isSaid = reader.saidBefore.test(before) || reader.saidAfter.test(after)
  const apposition = /^,\s+([^,.;:!?”“"–\n]{2,80})/u.exec(after)?.[1]?.trim() ?? ''
  const [title, organisation] = placed(apposition, reader)
  // A title with a capital may be a name as well, but not beside whoever speaks.
  const isTitle = /^(?:\p{Ll}|VD|CEO)/u.test(title)
    ? reader.isRole(title)
    : isSaid && reader.isRole(title.toLowerCase())
  if (isTitle) return { name, role: title, organisation, at }
  const words = reader.roleBefore.exec(before)?.[1]?.trim().split(/\s+/) ?? []
  const from = words.findIndex((word) => reader.isRole(word))
  if (from >= 0 && !reader.at.includes(words.at(-1) ?? ''))
    return { name, role: words.slice(from).join(' '), organisation: '', at }
  return isSaid ? { name, role: '', organisation: '', at } : undefined
}
