/** Reads Word files that tests make, and tells what came of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Omitted, readTextFile } from '../read-file.ts'
import { outline } from '../test-outline.ts'
import { stylesPart, wordFile } from '../test-word-files.ts'

export type Parts = Parameters<typeof wordFile>[1]

/** Reads a file of these paragraphs. */
export async function read(paragraphs: string[], parts: Parts = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'word-'))
  try {
    const path = join(directory, 'file.docx')
    await writeFile(path, await wordFile(paragraphs, parts))
    const { title, blocks, omitted, pictures } = await readTextFile(path, 'file.docx', directory)
    const counted = Object.entries(omitted).filter(([, count]) => count !== 0)
    return { title, pictures, text: outline(blocks), omitted: Object.fromEntries(counted) as Partial<Omitted> }
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** A file's paragraphs, the text they make, what is said to have been left out, and the file's other parts. */
type Case = [name: string, paragraphs: string[], text: string[], omitted?: Partial<Omitted>, parts?: Parts]

/** Makes a test of each case. */
export const holds = (cases: Case[]): void =>
  it.each(cases)('%s', async (_, paragraphs, expected, expectedOmitted = {}, parts = {}) => {
    const { text, omitted } = await read(paragraphs, parts)
    expect({ text, omitted }).toEqual({ text: expected, omitted: expectedOmitted })
  })

export const styles = (...more: string[]): Parts => ({ 'word/styles.xml': stylesPart(...more) })
export const paragraph = (properties: string, ...runs: string[]) =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`
export const runWith = (inner: string) => `<w:r>${inner}</w:r>`
