/** Lays out Word files as LibreOffice does, and reads what stands where, with programs that are not ours. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is installed. */
export const isInstalled = (program: string): boolean =>
  spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0

export const hasOffice = (): boolean => isInstalled('soffice') && isInstalled('pdftotext')

/** A line of text on a page, measured in points from the page's top left corner. */
export interface PrintedLine {
  page: number
  left: number
  right: number
  top: number
  bottom: number
  text: string
}

/** Returns the lines of a Word file as they are printed. Throws where LibreOffice cannot read it. */
export function printedLines(word: Buffer): PrintedLine[] {
  const directory = mkdtempSync(join(tmpdir(), 'pressrum-office-'))
  try {
    const [file, pdf] = [join(directory, 'file.docx'), join(directory, 'file.pdf')]
    writeFileSync(file, word)
    run(
      'soffice',
      `-env:UserInstallation=file://${directory}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      directory,
      file,
    )
    run('pdftotext', '-bbox-layout', pdf, join(directory, 'file.html'))
    return linesIn(readFileSync(join(directory, 'file.html'), 'utf8'))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function run(program: string, ...parameters: string[]): void {
  const { status, stderr, error } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
}

function linesIn(layout: string): PrintedLine[] {
  return layout
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [
        ...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/g),
      ].map(([, left, top, right, bottom, words = '']) => ({
        page: index + 1,
        ...{ left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) },
        text: [...words.matchAll(/<word[^>]*>([^<]*)</g)].map(([, word]) => word).join(' '),
      })),
    )
}

/** Returns the pairs of lines that are printed over each other, by more than the tail of a letter. */
export function overlapping(lines: PrintedLine[]): [string, string][] {
  return lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .filter(({ page, left, right }) => page === line.page && left < line.right && right > line.left)
      .filter(
        ({ top, bottom }) => Math.min(bottom, line.bottom) - Math.max(top, line.top) > (line.bottom - line.top) / 4,
      )
      .map((other): [string, string] => [line.text, other.text]),
  )
}
