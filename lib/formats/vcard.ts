/** Writes contacts for address books as vCard 3.0 (RFC 2426), the version that they all read. */

export interface Contact {
  name: string
  /** The person's name; missing for the press desk, whose name is that of the organisation. */
  person?: { family: string; given: string }
  role?: string
  organisation?: string
  /** The language of the position and of the organisation's name, where it is not the card's. */
  roleIn?: string | undefined
  organisationIn?: string | undefined
  phone?: string
  email?: string
  url?: string
  note?: string | undefined
  /** The portrait, as JPEG. */
  photo?: Buffer
}

/** Escapes a text for a value: control characters are removed, separators escaped, and line ends written as `\n`. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u00ad|(?![\n\r])\p{Cc}/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')

/** Folds a line at 75 bytes, between letters. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      text += '\r\n '
      bytes = 1
    }
    text += letter
    bytes += size
  }
  return text
}

/** Returns the contact as a file in UTF-8, without the fields that are missing. */
export function vCard(contact: Contact): string {
  const { name, person, role, organisation, phone, email, url, note, photo } = contact
  const spoken = (property: string, lang: string | undefined) => (lang ? `${property};LANGUAGE=${lang}` : property)
  const names = person ? [person.family, person.given] : ['', '']
  const lines: [property: string, value: string | undefined][] = [
    ['BEGIN', 'VCARD'],
    ['VERSION', '3.0'],
    ['N', [...names, '', '', ''].map(escaped).join(';')],
    ['FN', escaped(name)],
    [spoken('ORG', contact.organisationIn), organisation && escaped(organisation)],
    ['X-ABShowAs', person ? undefined : 'COMPANY'],
    [spoken('TITLE', contact.roleIn), role && escaped(role)],
    ['TEL;TYPE=WORK,VOICE', phone && escaped(phone)],
    ['EMAIL;TYPE=INTERNET,WORK', email && escaped(email)],
    ['URL', url && escaped(url)],
    ['NOTE', note && escaped(note)],
    ['PHOTO;ENCODING=b;TYPE=JPEG', photo?.toString('base64')],
    ['END', 'VCARD'],
  ]
  return lines.map(([property, value]) => (value ? `${folded(`${property}:${value}`)}\r\n` : '')).join('')
}
