/** Recognises the type of a document by what is in the file. Names and declared types are never believed. */
import { type FileHandle, open } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import type { DocumentType } from './library-item.ts'

const maxEntries = 20_000
const maxDirectory = 8 * 1024 * 1024
/** The longest end of a ZIP's directory: 22 bytes and a comment of at most 65,535. */
const maxEndBytes = 22 + 65_535
/** The end of a PDF, in which its end mark must stand, other programs' remarks after it included. */
const maxTailBytes = 64 * 1024

/**
 * Returns the type of a document, or undefined for a file that is none and may be an image. Refuses one that breaks off
 * (`document-broken`), a text document with macros (`document-macros`) and a ZIP that is something else: other Office
 * files (`document-office`), programs and books (`file-type`).
 */
export async function sniffDocument(path: string): Promise<DocumentType | undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = (await read(file, 0, 5)).toString('latin1')
    if (head === '%PDF-') return await pdf(file, size)
    if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return kindOfZip(await namesInZip(file, size))
    return undefined
  } catch (error) {
    throw error instanceof RangeError ? new Refusal('document-broken') : error
  } finally {
    await file.close()
  }
}

/** Returns the first bytes of a file, by which images are recognised. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    return await read(file, 0, 4_096)
  } finally {
    await file.close()
  }
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

async function pdf(file: FileHandle, size: number): Promise<'pdf'> {
  const from = Math.max(0, size - maxTailBytes)
  if (!(await read(file, from, size - from)).includes('%%EOF')) throw new RangeError('the end is missing')
  return 'pdf'
}

/** Returns the names in a ZIP's directory, without unpacking anything. */
async function namesInZip(file: FileHandle, size: number): Promise<string[]> {
  const from = Math.max(0, size - maxEndBytes)
  const tail = await read(file, from, size - from)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) throw new RangeError('no directory')
  const [count, length, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > maxEntries || length > maxDirectory || start + length > from + end) {
    throw new RangeError('the directory lies outside the file')
  }
  const directory = await read(file, start, length)
  const names: string[] = []
  for (let at = 0; names.length < count; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry')
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    if (at + 46 + name > length) throw new RangeError('a name ends outside the directory')
    names.push(directory.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}

function kindOfZip(names: string[]): DocumentType {
  if (names.length === 0) throw new Refusal('file-empty')
  if (names.includes('[Content_Types].xml')) {
    if (!names.some((name) => name.startsWith('word/'))) throw new Refusal('document-office')
    if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Refusal('document-macros')
    return 'docx'
  }
  if (names[0] === 'mimetype' || names.includes('META-INF/MANIFEST.MF')) throw new Refusal('file-type')
  return 'zip'
}
