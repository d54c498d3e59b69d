/** Finds the people in a byline: “Av Maja Lind och professor Kim Berg, foto: Eva Ek” is by Maja Lind and Kim Berg. */
import { plainText } from '../hyphenate.ts'
import { type Language, listed, rulesOf } from '../locale.ts'
import { isNameAlone, isRole } from './people-named.ts'

const anyOf = (words: string) =>
  listed(words)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|')

/**
 * Returns the names of those who have written, each once, without titles and without those who made the pictures.
 * `isKnown` says whether some words are the name of somebody; what looks like a name counts as well. Empty where the
 * byline names nobody, as “Redaktionen”.
 */
export function authorsIn(byline: string, language: Language, isKnown: (name: string) => boolean): string[] {
  const { naming } = rulesOf(language)
  const [by, pictured] = [anyOf(naming.by), anyOf(naming['pictured-by'])]
  const labels = new RegExp(`(?<![\\p{L}\\p{N}])(?=(?:${by}|${pictured})\\s*:)`, 'giu')
  const isPictured = new RegExp(`^(?:${pictured})(?:\\s*:|\\s)`, 'iu')
  const label = new RegExp(`^(?:${by})(?:\\s*:\\s*|\\s+)`, 'iu')
  const between = new RegExp(`\\s*[,;/|•]\\s*|\\s+(?:${anyOf(naming.joints)})\\s+|\\s+[–—]\\s+`, 'giu')
  const said = plainText(byline)
    .replace(/\([^)]*\)|\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
  const parts = said
    .split(labels)
    .flatMap((part) => part.split(/\s*[;|•]\s*/))
    .flatMap((part) => (isPictured.test(part.trim()) ? [] : part.trim().replace(label, '').split(between)))
    .flatMap((part) =>
      isPictured.test(part) ? [] : nameIn(part.replace(label, '').replace(/[\s.:,]+$/, ''), language, isKnown),
    )
  return [...new Set(parts)]
}

const particle = /^(?:af|von|van|de|der|den|di|da|dos|du|la|el|al|bin|ibn|ten|ter)$/i
const writtenSmall = /^\p{Ll}/u

/** Returns the name that some words are, without the title before it; nothing where they are none. */
function nameIn(text: string, language: Language, isKnown: (name: string) => boolean): string[] {
  if (isKnown(text)) return [text]
  const words = text.split(' ').filter(Boolean)
  const isTitle = (word: string) => (writtenSmall.test(word) && !particle.test(word)) || isRole(word, language)
  while (words.length > 2 && isTitle(words[0] ?? '')) words.shift()
  const name = words.join(' ')
  return isKnown(name) || isName(words, language) ? [name] : []
}

function isName(words: string[], language: Language): boolean {
  const name = words.join(' ')
  if (words.length < 2 || isRole(name, language)) return false
  // Most scripts have no capitals.
  if (/^\p{Lo}/u.test(name)) return words.length <= 5
  const whole = words.filter((word) => !/^\p{Lu}\.$/u.test(word))
  return whole.length === 1 ? /^\p{Lu}\p{L}/u.test(whole[0] ?? '') : isNameAlone(whole.join(' '), language)
}
