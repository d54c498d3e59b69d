/** Finds the parts of a Word file by what the file says of them: their names are only a custom. */
import type JSZip from 'jszip'
import { Refusal } from '../../refusal.ts'
import { maxXmlBytes } from '../inflate.ts'
import { childrenOf, parseXml, textWithin, type XmlElement } from './xml.ts'

interface Relation {
  type: string
  /** The name of another part, or an address outside the file. */
  target: string
  isExternal: boolean
}

export interface WordPackage {
  document: XmlElement
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
  relations: ReadonlyMap<string, Relation>
  /** Whether the file has a part of that name. */
  has(name: string): boolean
  bytesOf(name: string): Promise<Buffer>
  /** The words of a part; none where it is missing. */
  wordsOf(name: string): Promise<string>
}

/** Opens the parts that make up the text. Refuses a package that holds something else than a text. */
export async function openPackage(zip: JSZip): Promise<WordPackage> {
  // The names of parts are the same in capitals and small letters.
  const parts = new Map(Object.values(zip.files).map((part) => [part.name.toLowerCase(), part]))
  const partOf = (name: string) => parts.get(name.toLowerCase())
  const read = async (name: string) => {
    const bytes = await partOf(name)?.async('nodebuffer')
    // A part that holds XML need not be called so.
    if (bytes && bytes.length > maxXmlBytes) throw new Refusal('import-too-large')
    return bytes && parseXml(decoded(bytes))
  }
  const relationsOf = async (part: string) => relationsIn(await read(relationsPart(part)), part)
  const ofType = (relations: ReadonlyMap<string, Relation>, type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`) && partOf(relation.target))?.target

  const main = ofType(await relationsOf(''), 'officeDocument') ?? 'word/document.xml'
  const document = await read(main)
  if (!document) throw new Refusal('import-not-word')
  if (document.name !== 'w:document') throw new Refusal(/^xl\/|^ppt\//.test(main) ? 'import-sheet' : 'import-not-word')
  const relations = await relationsOf(main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  return {
    document,
    styles: await read(ofType(relations, 'styles') ?? `${folder}styles.xml`),
    numbering: await read(ofType(relations, 'numbering') ?? `${folder}numbering.xml`),
    relations,
    has: (name) => partOf(name) !== undefined,
    bytesOf: async (name) => (await partOf(name)?.async('nodebuffer')) ?? Buffer.alloc(0),
    wordsOf: async (name) => {
      const part = await read(name)
      return part ? textWithin(part) : ''
    },
  }
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function relationsIn(root: XmlElement | undefined, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  for (const { attributes } of childrenOf(root)) {
    const { Id, Type = '', Target = '', TargetMode } = attributes
    const isExternal = TargetMode === 'External'
    if (Id) relations.set(Id, { type: Type, target: isExternal ? Target : nameFrom(part, Target), isExternal })
  }
  return relations
}

/** Returns the name of the part that an address leads to from another part. */
function nameFrom(part: string, address: string): string {
  const url = URL.parse(address, `part:///${part}`)
  const path = (url?.pathname ?? '').replace(/^\/+/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function decoded(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
