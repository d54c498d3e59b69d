/** Writes blocks down for tests. */
import type { Block, inlineText, List } from '../document/rich-text.ts'

/** Blocks as a person would write them down: one line each, marks as in Markdown. */
export const outline = (blocks: Block[]): string[] => blocks.flatMap(lines)

function lines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.attrs.level)} ${words(block.content)}`]
    case 'quote':
      return [`> ${words(block.content)}`]
    case 'bulletList':
    case 'orderedList':
      return listLines(block)
    case 'table':
      return block.content.map((row) =>
        row.content
          .map(
            (cell) =>
              (cell.type === 'tableHeader' ? '!' : '') + cell.content.map((one) => words(one.content)).join('/'),
          )
          .join(' | '),
      )
    case 'paragraph':
      return [words(block.content)]
    default:
      return [`[${block.type}]`]
  }
}

function listLines(list: List, indent = ''): string[] {
  const start = list.type === 'orderedList' ? list.attrs.start : 0
  return list.content.flatMap((item, index) =>
    item.content.flatMap((part, place) =>
      part.type === 'paragraph'
        ? [`${indent}${place ? '' : list.type === 'orderedList' ? `${start + index}. ` : '* '}${words(part.content)}`]
        : listLines(part, `${indent}  `),
    ),
  )
}

const signs = { bold: '**', italic: '_', superscript: '^', subscript: '~', link: '' }

const words = (content: Parameters<typeof inlineText>[0]): string =>
  (content ?? [])
    .map((node) => {
      if (node.type !== 'text') return '⏎'
      const sign = (node.marks ?? []).map((mark) => signs[mark.type]).join('')
      const link = node.marks?.find((mark) => mark.type === 'link')
      const text = sign + node.text + sign
      return link ? `[${text}](${link.attrs.href})` : text
    })
    .join('')
