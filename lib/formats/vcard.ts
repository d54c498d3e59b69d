/** Writes contacts for address books as vCard 3.0 (RFC 2426), the version that they all read. */
import { type ContentLine, contentLines, escapedValue } from './content-lines.ts'

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

/** Returns the contact as a file in UTF-8, without the fields that are missing. */
export function vCard(contact: Contact): string {
  const { name, person, role, organisation, phone, email, url, note, photo } = contact
  const spoken = (property: string, lang: string | undefined) => (lang ? `${property};LANGUAGE=${lang}` : property)
  const names = person ? [person.family, person.given] : ['', '']
  const lines: ContentLine[] = [
    ['BEGIN', 'VCARD'],
    ['VERSION', '3.0'],
    ['N', [...names, '', '', ''].map(escapedValue).join(';')],
    ['FN', escapedValue(name)],
    [spoken('ORG', contact.organisationIn), organisation && escapedValue(organisation)],
    ['X-ABShowAs', person ? undefined : 'COMPANY'],
    [spoken('TITLE', contact.roleIn), role && escapedValue(role)],
    ['TEL;TYPE=WORK,VOICE', phone && escapedValue(phone)],
    ['EMAIL;TYPE=INTERNET,WORK', email && escapedValue(email)],
    ['URL', url && escapedValue(url)],
    ['NOTE', note && escapedValue(note)],
    ['PHOTO;ENCODING=b;TYPE=JPEG', photo?.toString('base64')],
    ['END', 'VCARD'],
  ]
  return contentLines(lines)
}
