/**
 * Writes a page for readers as Markdown, for programs that answer questions and people who like plain text: what stands
 * in its `main` element, with a head that says what it is. Forms, buttons and links within the page are left out.
 */
import { parseDocument } from 'htmlparser2'
import { plainText } from '../hyphenate.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { name: string; attribs: Record<string, string> }>

const isElement = (node: Node): node is Element => 'attribs' in node
const childrenOf = (node: Node): Node[] => ('children' in node ? (node.children as Node[]) : [])

const leftOut = new Set([
  ...['script', 'style', 'template', 'noscript', 'svg', 'dialog', 'iframe', 'video', 'audio'],
  ...['form', 'button', 'input', 'select', 'textarea', 'datalist'],
])

const isLeftOut = ({ name, attribs }: Element): boolean =>
  leftOut.has(name) ||
  attribs.hidden !== undefined ||
  attribs['aria-hidden'] === 'true' ||
  /(?:^|\s)no-print(?:\s|$)/.test(attribs.class ?? '')

const blockNames = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'details',
    'div',
    'dl',
    'dt',
    'dd',
    'fieldset',
    'figcaption',
  ],
  ...['figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'li', 'main', 'nav'],
  ...['ol', 'p', 'search', 'section', 'summary', 'table', 'ul'],
])

/**
 * Returns the page in Markdown, with every address absolute. Undefined for HTML that is no page of the newsroom: it has
 * no `main`.
 */
export function pageMarkdown(html: string, publicUrl: string): string | undefined {
  const root = parseDocument(html)
  const main = first(root, ({ name }) => name === 'main')
  if (!main) return undefined
  const head = headOf(root)
  const text = blocksOf(childrenOf(main), publicUrl).join('\n\n')
  return `${head}\n\n${plainText(text)}\n`
}

function all(node: Node, is: (element: Element) => boolean): Element[] {
  return childrenOf(node).flatMap((child) => [...(isElement(child) && is(child) ? [child] : []), ...all(child, is)])
}

const first = (node: Node, is: (element: Element) => boolean): Element | undefined => all(node, is)[0]

const wordsIn = (node: Node): string =>
  'data' in node && node.type === 'text' ? node.data : childrenOf(node).map(wordsIn).join('')

/** Returns what the page says of itself, as YAML; a text in JSON is one in YAML too. */
function headOf(root: Node): string {
  const meta = (name: string) =>
    first(root, (one) => one.name === 'meta' && (one.attribs.name ?? one.attribs.property) === name)?.attribs.content
  const title = first(root, ({ name }) => name === 'title')
  const canonical = first(root, ({ name, attribs }) => name === 'link' && attribs.rel === 'canonical')
  const said: [string, string | undefined][] = [
    ['title', title && wordsIn(title)],
    ['description', meta('description')],
    ['url', canonical?.attribs.href],
    ['language', first(root, ({ name }) => name === 'html')?.attribs.lang],
    ['published', meta('article:published_time')],
    ['modified', meta('article:modified_time')],
  ]
  const lines = said.flatMap(([name, text]) => (text ? [`${name}: ${JSON.stringify(plainText(text))}`] : []))
  return ['---', ...lines, '---'].join('\n')
}

/** Returns the blocks that some nodes are, each as its lines. What stands between blocks is a paragraph. */
function blocksOf(nodes: Node[], base: string): string[] {
  const blocks: string[] = []
  let line = ''
  const endLine = () => {
    const text = atLineStart(tidy(line))
    if (text) blocks.push(text)
    line = ''
  }
  for (const node of nodes) {
    if (!isElement(node)) line += inline(node, base)
    else if (isLeftOut(node)) continue
    else if (blockNames.has(node.name)) {
      endLine()
      blocks.push(...blockOf(node, base))
    } else if (node.name !== 'a' && all(node, ({ name }) => blockNames.has(name)).length > 0) {
      endLine()
      blocks.push(...blocksOf(node.children, base))
    } else line += inline(node, base)
  }
  endLine()
  return blocks
}

function blockOf(element: Element, base: string): string[] {
  const { name, children } = element
  const inside = () => blocksOf(children, base)
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const text = tidy(inlineOf(children, base)).replaceAll('\\\n', ' ')
      return text ? [`${'#'.repeat(Number(name[1]))} ${text}`] : []
    }
    case 'ul':
    case 'ol': {
      const list = listOf(element, base)
      return list ? [list] : []
    }
    case 'dl': {
      const list = termsOf(element, base)
      return list ? [list] : []
    }
    case 'blockquote': {
      const text = inside().join('\n\n')
      return text ? [text.replace(/^/gm, '> ').replace(/^> $/gm, '>')] : []
    }
    case 'table':
      return tableOf(element, base)
    case 'hr':
      return ['---']
    default:
      return inside()
  }
}

/** Puts lines under the first one of a point, so that they belong to it. */
const point = (sign: string, blocks: string[]): string =>
  `${sign} ${blocks.join('\n\n').replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length + 1)}`)}`

function listOf({ name, attribs, children }: Element, base: string): string {
  const start = Number(attribs.start) || 1
  const items = children
    .filter((child) => isElement(child) && child.name === 'li' && !isLeftOut(child))
    .map((item) => blocksOf(childrenOf(item), base))
    .filter((blocks) => blocks.length > 0)
  const isLoose = items.some((blocks) => blocks.length > 1 && !/^(?:[-*]|\d+\.) /.test(blocks[1] ?? ''))
  return items
    .map((blocks, index) => {
      const sign = name === 'ol' ? `${start + index}.` : '-'
      return point(sign, isLoose ? blocks : [blocks.join('\n')])
    })
    .join(isLoose ? '\n\n' : '\n')
}

/** Returns a list of terms, each with everything that is said of it on the same line. */
function termsOf(list: Element, base: string): string {
  const lines: string[] = []
  for (const part of all(list, ({ name }) => name === 'dt' || name === 'dd')) {
    const text = blocksOf(part.children, base).join(' ').replaceAll(/\s+/g, ' ')
    if (!text) continue
    if (part.name === 'dt') lines.push(`- **${text}**`)
    else lines.push(`${lines.pop() ?? '-'} ${text}`)
  }
  return lines.join('\n')
}

/** Returns a table as GitHub writes them: the first row is its head, and cells that span others leave those empty. */
function tableOf(table: Element, base: string): string[] {
  const caption = first(table, ({ name }) => name === 'caption')
  const rows = all(table, ({ name }) => name === 'tr').map((row) =>
    row.children.flatMap((cell): string[] => {
      if (!isElement(cell) || !/^t[hd]$/.test(cell.name)) return []
      const text = blocksOf(cell.children, base)
        .join(' ')
        .replaceAll(/\s*\\?\n\s*/g, ' ')
        .replaceAll('|', '\\|')
      return [text, ...Array<string>(Math.max(0, (Number(cell.attribs.colspan) || 1) - 1)).fill('')]
    }),
  )
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const [head, ...others] = rows
  if (!head || columns === 0) return []
  const written = (cells: string[]) => `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const lines = [written(head), written(Array<string>(columns).fill('---')), ...others.map(written)]
  const said = caption && tidy(inlineOf(caption.children, base))
  return [...(said ? [said.includes('**') ? said : `**${said}**`] : []), lines.join('\n')]
}

const inlineOf = (nodes: Node[], base: string): string => nodes.map((node) => inline(node, base)).join('')

function inline(node: Node, base: string): string {
  if (!isElement(node)) return node.type === 'text' && 'data' in node ? escaped(node.data) : ''
  if (isLeftOut(node)) return ''
  const { name, children } = node
  switch (name) {
    case 'br':
      return '\\\n'
    case 'strong':
    case 'b':
      return around('**', inlineOf(children, base))
    case 'em':
    case 'i':
      return around('*', inlineOf(children, base))
    case 's':
    case 'del':
      return around('~~', inlineOf(children, base))
    case 'sup':
    case 'sub':
      return `<${name}>${inlineOf(children, base)}</${name}>`
    case 'small':
      // A unit under the words of a heading in a table.
      return ` ${inlineOf(children, base)}`
    case 'img':
      return imageOf(node, base)
    case 'a':
      return linkOf(node, base)
    default: {
      const text = inlineOf(children, base)
      // Blocks in a link stand under each other on the page.
      return blockNames.has(name) ? ` ${text} ` : text
    }
  }
}

/** Puts a mark around the words, and not around the spaces beside them, where it would mean nothing. */
const around = (mark: string, text: string): string =>
  text.replace(
    /^(\s*)([\s\S]*?)(\s*)$/,
    (_, before, words, after) => `${before}${words && mark + words + mark}${after}`,
  )

/** A picture that is only an ornament is left out, as a face beside a quote, unless a figure shows it. */
function imageOf(image: Element, base: string): string {
  const { src, alt = '' } = image.attribs
  const figure = figureAround(image)
  const isShown = figure !== undefined && first(figure, ({ name }) => name === 'blockquote') === undefined
  if (!src || (alt === '' && !isShown)) return ''
  return `![${escaped(alt)}](${address(src, base)})`
}

function figureAround({ parent }: Element): Element | undefined {
  if (parent === null || !('attribs' in parent)) return undefined
  return parent.name === 'figure' ? parent : figureAround(parent)
}

function linkOf({ attribs: { href = '' }, children, parent }: Element, base: string): string {
  const text = tidy(inlineOf(children, base))
  if (href === '' || href.startsWith('#')) {
    const isAlone = parent !== null && 'name' in parent && /^(?:li|h[1-6])$/.test(parent.name)
    return isAlone ? '' : text
  }
  return text ? `[${text}](${address(href, base)})` : ''
}

const address = (href: string, base: string): string =>
  (URL.parse(href, `${base}/`)?.href ?? href).replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

const escaped = (text: string): string => text.replace(/[\\`*_[\]<]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')

const tidy = (text: string): string =>
  text
    .replaceAll(/[^\S\n\u00a0]+/g, ' ')
    .replaceAll(/ ?(?<!\\)\n ?/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\\\n /g, '\\\n')
    .replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, '')

/** Escapes what would begin a heading, a list or a quotation at the start of a line. */
const atLineStart = (text: string): string =>
  text.replace(/^(?=[#+>-](?:\s|$|#))|^(?=---)/gm, '\\').replace(/^(\d{1,9})(?=[.)]\s)/gm, '$1\\')
