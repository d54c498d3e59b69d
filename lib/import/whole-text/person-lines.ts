/** Reads the lines that present people: a name by itself with what they do under it, and the contacts of a text. */
import { dividedRole, isNameAlone, isRole } from '../../document/people-named.ts'
import { type Language, listed, rulesOf } from '../../locale.ts'
import { plain } from './blocks.ts'

/** Somebody as some lines present them. */
export interface Presented {
  name: string
  role: string
  organisation: string
  phone: string
  email: string
}

const email = /[^\s@,;:<>()|]+@[^\s@,;:<>()|]+\.[\p{L}]{2,}/u
const phone = /(?:\+|00)?\(?\d[\d\s()./–-]{5,}\d(?!\d)/u

/** Whether a line says how somebody is reached. */
export const hasReach = (line: string): boolean => email.test(line) || isPhone(line)
const isPhone = (line: string) => ((phone.exec(line)?.[0] ?? '').match(/\d/g)?.length ?? 0) >= 7 && !isYears(line)
const isYears = (line: string) => /^\D*(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d\D*$/.test(line)

/** The most letters of a person's telephone numbers. */
const maxPhone = 50
/** The longest line that says what somebody does. */
const maxRole = 120

/** Whether a line may say what the person named above it does. */
export const mayBeRole = (line: string): boolean =>
  line.length <= maxRole && !/[.!?:]$/.test(line) && !/^[-–—•*]|: |[“”"„»«]/.test(line) && !hasReach(line)

/** Returns the person that “Ebba Lind, fastighetschef, Åsundahem” presents; undefined for any other line. */
export function presentedIn(line: string, language: Language): Presented | undefined {
  const [, name = '', rest = ''] = /^([^,–|]+?)\s*(?:,|\s[–|-]\s)\s*(.+)$/u.exec(line) ?? []
  if (!isNameAlone(name, language) || !mayBeRole(rest) || !isRole(rest, language)) return undefined
  return { name, ...divided(rest, language), phone: '', email: '' }
}

/** Returns what somebody does and for whom, as it is written. A role begins with a capital on a card. */
export function divided(words: string, language: Language): Pick<Presented, 'role' | 'organisation'> {
  const { role, organisation } = dividedRole(words, language)
  return { role: capital(role), organisation }
}

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

const wordsOf = (list: string) => listed(list).map(plain)

/** Returns what follows the words that open a list of contacts: “Kontakt: ”; undefined for a line that opens none. */
export function afterContactWords(line: string, language: Language): string | undefined {
  const { contact } = rulesOf(language).reading
  let rest = line.trim()
  let isFound = false
  for (let round = 0; round < 4; round++) {
    const opening = wordsOf(contact).find((word) => plain(rest) === word || plain(rest).startsWith(`${word} `))
    if (opening === undefined) break
    isFound = true
    rest = rest
      .split(/\s+/)
      .slice(opening.split(' ').length)
      .join(' ')
      .replace(/^[\s,:;–—-]+/, '')
  }
  return isFound ? rest : undefined
}

/** Reads lines that present contacts. `whole` tells whether every word in them was understood. */
export function contactsIn(lines: string[], language: Language): { contacts: Presented[]; whole: boolean } {
  const contacts: Presented[] = []
  let whole = true
  for (const line of lines.flatMap((one) => joinedIn(one, language))) {
    let mayBeName = true
    for (const piece of piecesOf(line, language)) {
      const named = mayBeName ? namedIn(piece, language) : undefined
      // After a name come a role and an organisation, which has capitals too; after a number, somebody else.
      mayBeName = hasReach(piece)
      const current = contacts.at(-1)
      if (named) contacts.push({ organisation: '', phone: '', email: '', ...named })
      else if (!current || !takes(current, piece, language)) whole = false
    }
  }
  return { contacts: contacts.map((one) => settled(one, language)), whole: whole && contacts.length > 0 }
}

/** Divides a line where it goes on with somebody else: “Ebba Lind eller Sten Alm”. */
function joinedIn(line: string, language: Language): string[] {
  const { joining } = rulesOf(language).reading
  return line.split(new RegExp(`\\s(?:${listed(joining).join('|')})\\s(?=\\p{Lu})`, 'u'))
}

/** A role may say for whom, where nothing else did. */
const settled = (one: Presented, language: Language): Presented =>
  one.organisation ? { ...one, role: capital(one.role) } : { ...one, ...divided(one.role, language) }

/** Returns the name that a piece is, perhaps after what they do: “presschef Ebba Lind”. */
function namedIn(piece: string, language: Language): Pick<Presented, 'name' | 'role'> | undefined {
  if (isNameAlone(piece, language)) return { name: piece, role: '' }
  const words = piece.split(' ')
  for (let at = 1; at <= words.length - 2; at++) {
    const [role, name] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    if (isNameAlone(name, language) && isRole(role, language)) return { name, role }
  }
  return undefined
}

/** Divides a line at its commas and around its addresses and numbers. */
function piecesOf(line: string, language: Language): string[] {
  const { reading } = rulesOf(language)
  const labels = [...listed(reading.phone), ...listed(reading.mail)]
  const label = new RegExp(`(?<![\\p{L}])(?:${labels.join('|')})\\.?\\s*:?(?![\\p{L}])`, 'giu')
  return (
    line
      .replace(new RegExp(email, 'gu'), (address) => `|${address}|`)
      .split(/[|;•·]|,\s|\s[–—]\s/)
      .flatMap((piece) => (email.test(piece) ? [piece] : aroundNumber(piece)))
      .map((piece) => (email.test(piece) ? piece : piece.replace(label, ' ').replace(/\s+/g, ' ')))
      .map((piece) => piece.replace(/^[\s,:.()–—-]+|[\s,:.(–—-]+$/g, ''))
      // A letter by itself only says what follows: “T: ”, “M: ”, “E: ”.
      .filter((piece) => piece && !/^\p{L}$/u.test(piece))
  )
}

function aroundNumber(piece: string): string[] {
  const found = isPhone(piece) ? phone.exec(piece) : null
  if (!found) return [piece]
  return [piece.slice(0, found.index), found[0], piece.slice(found.index + found[0].length)]
}

/** Gives a contact what a piece says of them. Returns whether it could be understood. */
function takes(contact: Presented, piece: string, language: Language): boolean {
  if (email.test(piece)) return put(contact, 'email', piece)
  if (isPhone(piece)) return put(contact, 'phone', piece.trim())
  // “Presskontakt” under a name says what the list has said already.
  if (afterContactWords(piece, language) === '') return true
  if (!mayBeRole(piece)) return false
  if (!contact.role && isRole(piece, language)) return put(contact, 'role', piece)
  return piece.split(' ').length <= 6 && put(contact, 'organisation', piece)
}

function put(contact: Presented, what: 'email' | 'phone' | 'role' | 'organisation', said: string): boolean {
  const both = `${contact.phone}, ${said}`
  if (what === 'phone' && contact.phone && both.length <= maxPhone) {
    contact.phone = both
    return true
  }
  if (contact[what]) return false
  contact[what] = said
  return true
}
