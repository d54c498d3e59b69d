import { expect, test } from 'vitest'
import { documentsById, imagesById, isLiveMedia } from '../live/media.ts'
import { addMedia, deleteMedia, libraryFile, saveMedia } from '../media.ts'
import { docx, pdf, zip } from '../testing/documents.ts'
import { picture } from '../testing/images.ts'
import { everythingLying, readMedia } from '../testing/library.ts'
import { addRelease, by, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { listMedia } from './list.ts'
import { mediaFile } from './public-file.ts'

test('documents are known by what is in them and kept as they are', async () => {
  const files: [string, Buffer, string, string][] = [
    ['karta.zip', pdf('karta'), 'karta.pdf', 'application/pdf'],
    [
      'metod.pdf',
      docx('metod'),
      'metod.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['bilder.jpg', zip({ 'a.txt': 'a', 'b/c.txt': 'c' }), 'bilder.zip', 'application/zip'],
  ]
  for (const [name, bytes, filename, mime] of files) {
    const added = await addMedia({ bytes, filename: name }, by)
    expect(added, name).toMatchObject({ filename, mime, bytes: bytes.length, width: 0, renditions: [] })
    expect((await addMedia({ bytes, filename: 'igen' }, by)).id).toBe(added.id)
    const type = filename.split('.')[1]
    const original = await mediaFile(added, `original.${type}`)
    expect(original).toMatchObject({ mime, size: bytes.length })
    expect((await readMedia(added, `original.${type}`)).equals(bytes)).toBe(true)
    for (const other of ['original.jpg', 'face.webp', '320.webp', `0.${type}`]) {
      expect(await mediaFile(added, other), other).toBeUndefined()
    }
  }
})

test('what only looks like a document is refused with its reason and leaves nothing behind', async () => {
  const whole = zip({ 'a.txt': 'a'.repeat(100) })
  const hostile = Buffer.from(whole)
  hostile.writeUInt32LE(0x7fffffff, hostile.length - 10)
  const office = { '[Content_Types].xml': '<Types/>' }
  const cases: [string, Buffer, string][] = [
    ['halv.pdf', pdf('halv').subarray(0, 60), 'document-broken'],
    ['halv.zip', whole.subarray(0, whole.length - 30), 'document-broken'],
    ['katalog.zip', hostile, 'document-broken'],
    ['tom.zip', zip({}), 'file-empty'],
    ['makro.docx', zip({ ...office, 'word/document.xml': '', 'word/vbaProject.bin': '' }), 'document-macros'],
    ['kalkyl.docx', zip({ ...office, 'xl/workbook.xml': '' }), 'document-office'],
    ['bok.zip', zip({ mimetype: 'application/epub+zip' }), 'file-type'],
    ['program.zip', zip({ 'META-INF/MANIFEST.MF': '', 'a.class': '' }), 'file-type'],
    ['text.pdf', Buffer.from('det här är text'), 'file-type'],
  ]
  const before = { files: await everythingLying(), total: (await listMedia()).total }
  for (const [filename, bytes, code] of cases) {
    await expect(addMedia({ bytes, filename }, by), filename).rejects.toEqual(refused(code))
  }
  expect({ files: await everythingLying(), total: (await listMedia()).total }).toEqual(before)
})

test('where one kind is wanted the other is refused', async () => {
  const image = await picture('#135').png().toBuffer()
  const document = pdf('fel slag')
  await expect(addMedia({ bytes: image, filename: 'a', kind: 'document' }, by)).rejects.toEqual(
    refused('document-wanted'),
  )
  const tiff = await picture('#135').tiff().toBuffer()
  await expect(addMedia({ bytes: tiff, filename: 'a', kind: 'document' }, by)).rejects.toEqual(
    refused('document-wanted'),
  )
  const rtf = Buffer.from('{\\rtf1\\ansi Text}')
  for (const kind of ['document', 'image'] as const)
    await expect(addMedia({ bytes: rtf, filename: 'a.rtf', kind }, by)).rejects.toEqual(refused('file-type'))
  await expect(addMedia({ bytes: document, filename: 'a', kind: 'image' }, by)).rejects.toEqual(refused('image-wanted'))
})

test('a document is found by its title, and never counts as lacking an alt text or a photographer', async () => {
  const added = await addMedia({ bytes: pdf('titel'), filename: 'v2-slutlig.pdf' }, by)
  const said = { title: { sv: 'Vattenkartan 2026' }, caption: {}, credit: '', licence: '' as const }
  await saveMedia(added.id, said, { ...by, baseVersion: 1 })
  const found = async (question: Parameters<typeof listMedia>[0]) =>
    (await listMedia({ search: 'vattenkartan', ...question })).items.map((item) => item.id)
  expect(await found({ kind: 'document' })).toEqual([added.id])
  for (const question of [{ kind: 'image' }, { filter: 'missing-alt' }, { filter: 'missing-credit' }] as const) {
    expect(await found(question)).toEqual([])
  }
})

test('a stranger gets a document when a live release names it, by its title or else its file name', async () => {
  const added = await addMedia({ bytes: pdf('synlig'), filename: 'bilaga.pdf', title: { sv: 'Bilagan' } }, by)
  expect(libraryFile(added)).toMatchObject({ kind: 'document', type: 'pdf', title: { sv: 'Bilagan' } })
  expect(await isLiveMedia(added.id, visit)).toBe(false)
  await addRelease('Med bilaga', {
    body: { type: 'doc', content: [{ type: 'download', attrs: { mediaId: added.id, title: '' } }] },
  })
  expect(await isLiveMedia(added.id, visit)).toBe(true)
  expect((await documentsById([added.id], 'sv')).get(added.id)).toMatchObject({ title: 'Bilagan', type: 'pdf' })
  const nameless = await addMedia({ bytes: pdf('namnlös'), filename: 'protokoll.pdf' }, by)
  expect((await documentsById([nameless.id], 'sv')).get(nameless.id)?.title).toBe('protokoll.pdf')
  expect((await imagesById([added.id], 'sv')).size).toBe(0)
  await expect(deleteMedia(added.id, by)).rejects.toEqual(refused('media-in-use'))
})
