/** Reads the bytes of an RTF file as letters: each font has its own alphabet. */
import { readLetters } from '../foreign/symbol-letters.ts'
import { controlValue, type Group, groupIn, isGroup } from './tree.ts'

/** The encodings of Windows' numbers for alphabets. */
const charsets: Record<number, string> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
const codePages: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}
const symbols = 2

export class Fonts {
  private readonly usual: string
  private readonly fonts = new Map<number, { encoding: string | undefined; symbolFont: string | undefined }>()
  readonly first: number | undefined

  constructor(root: Group) {
    const page = controlValue(root, 'ansicpg')
    const isMac = root.nodes.some((node) => typeof node === 'object' && 'name' in node && node.name === 'mac')
    this.usual = page ? encodingOf(page) : isMac ? 'macintosh' : 'windows-1252'
    this.first = controlValue(root, 'deff')
    for (const font of groupIn(root, 'fonttbl')?.nodes.filter(isGroup) ?? []) {
      const charset = controlValue(font, 'fcharset') ?? 0
      const ownPage = controlValue(font, 'cpg')
      const name = font.nodes
        .filter((node) => typeof node === 'string')
        .join('')
        .replace(/;.*$/s, '')
        .trim()
      this.fonts.set(controlValue(font, 'f') ?? 0, {
        encoding: ownPage ? encodingOf(ownPage) : charsets[charset],
        symbolFont: charset === symbols ? name : undefined,
      })
    }
  }

  /** Returns bytes as letters of a font, without the signs that only the font knows, and how many those are. */
  decoded(bytes: string, font: number | undefined): { text: string; unknown: number } {
    const known = this.fontOf(font)
    if (known?.symbolFont) return readLetters(known.symbolFont, bytes)
    return this.read(new TextDecoder(known?.encoding ?? this.usual).decode(Buffer.from(bytes, 'latin1')), font)
  }

  /** Does the same with letters of Unicode. */
  read(text: string, font: number | undefined): { text: string; unknown: number } {
    return readLetters(this.fontOf(font)?.symbolFont, text)
  }

  private fontOf(font: number | undefined) {
    return this.fonts.get(font ?? this.first ?? 0)
  }
}

const encodingOf = (page: number): string =>
  codePages[page] ?? (/^(125\d|874)$/.test(String(page)) ? `windows-${page}` : 'windows-1252')
