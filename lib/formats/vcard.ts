/** Contacts as address books take them: vCard 3.0 (RFC 2426), which is the one they all read. */

export interface Contact {
  name: string
  /** None for a desk, which is the organisation itself. */
  person?: { family: string; given: string }
  role?: string
  organisation?: string
  /** The languages of the two, where it is worth saying. */
  roleIn?: string | undefined
  organisationIn?: string | undefined
  phone?: string
  email?: string
  url?: string
  /** A JPEG. */
  photo?: Buffer
}

/** A text in a value: what separates values is marked as text, and what no line can hold is gone. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u00ad|(?![\n\r])\p{Cc}/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')

/** In lines of at most 75 bytes, cut between letters. */
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

/** The contact as a file in UTF-8. Only what is there is said. */
export function vCard(contact: Contact): string {
  const { name, person, role, organisation, phone, email, url, photo } = contact
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
    ['PHOTO;ENCODING=b;TYPE=JPEG', photo?.toString('base64')],
    ['END', 'VCARD'],
  ]
  return lines.map(([property, value]) => (value ? `${folded(`${property}:${value}`)}\r\n` : '')).join('')
}
