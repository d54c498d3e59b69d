/** Makes documents for tests: real ones, as small as possible. */
import { crc32 } from 'node:zlib'

/** Returns a PDF of one empty page. Each remark makes another file. */
export const pdf = (remark: string): Buffer =>
  Buffer.from(
    [
      '%PDF-1.4',
      `%${remark}`,
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
      '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
      '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj',
      'trailer <</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
  )

/** Returns a ZIP of these files, not packed. */
export function zip(files: Record<string, string>): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [called, data] = [Buffer.from(name), Buffer.from(text)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(called.length, 22)
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 0, 'latin1')
    facts.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, called)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), facts, called, data)
    at += 30 + called.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, listed, end])
}

/** Returns a DOCX: a ZIP with the entries that make it one. */
export const docx = (text: string): Buffer =>
  zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<w:document>${text}</w:document>` })
