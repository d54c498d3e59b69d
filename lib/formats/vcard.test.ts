import { expect, test } from 'vitest'
import { vCard } from './vcard.ts'

const unfolded = (card: string) => card.replaceAll('\r\n ', '')

test('says what is known of somebody, and nothing of what is not', () => {
  const card = vCard({
    name: 'Ingrid Ölvestad',
    person: { family: 'Ölvestad', given: 'Ingrid' },
    role: 'Programchef',
    organisation: 'Andra vattnet',
    phone: '+46701740612',
    email: 'ingrid@example.org',
  })
  expect(card).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Ölvestad;Ingrid;;;',
      'FN:Ingrid Ölvestad',
      'ORG:Andra vattnet',
      'TITLE:Programchef',
      'TEL;TYPE=WORK,VOICE:+46701740612',
      'EMAIL;TYPE=INTERNET,WORK:ingrid@example.org',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})

test('what separates values is text in a name, and no name can add a line', () => {
  const card = vCard({ name: 'Kalle;\r\nTEL:112, "K" \\ Å\u0000', organisation: 'A; B, C' })
  expect(card).toContain('FN:Kalle\\;\\nTEL:112\\, "K" \\\\ Å\r\n')
  expect(card).toContain('ORG:A\\; B\\, C\r\n')
})

test('no line is longer than 75 bytes, and no letter is cut in two', () => {
  const role = 'Överläkare för återanvändning 👩‍🔬 '.repeat(8)
  const card = vCard({ name: 'Å', role, photo: Buffer.alloc(5_000, 7) })
  const lines = card.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(card).not.toContain('\ufffd')
  expect(unfolded(card)).toContain(`TITLE:${role}\r\n`)
  const photo = /PHOTO;ENCODING=b;TYPE=JPEG:(.+)\r\n/.exec(unfolded(card))?.[1]
  expect(Buffer.from(photo ?? '', 'base64')).toEqual(Buffer.alloc(5_000, 7))
})
