/** Divides paragraphs whose lines only breaks hold together, and joins lines that are one. */
import { type Inline, inlineText } from '../../document/rich-text.ts'
import { bulletedLines } from '../bulleted-lines.ts'
import { type LineJoin, lineJoins } from '../plain/line-joins.ts'
import { isTalk, isTypedPoint } from './dashed-lines.ts'

const textOf = (line: Inline[]): string => inlineText(line)

/** Returns the paragraphs that stand in one: a bullet or a dash at the beginning of a line begins one of its own. */
export function dividedLines(content: Inline[]): Inline[][] {
  const lines = wholeLines(linesIn(content))
  const isList = lines.filter((line) => isTypedPoint(textOf(line))).length > 1
  const opens = (line: Inline[]) =>
    bulletedLines(line) !== undefined || isTalk(textOf(line)) || (isList && isTypedPoint(textOf(line)))
  if (lines.length === 1 || !lines.some((line, index) => opens(line) && (index > 0 || bulletedLines(line)))) {
    return [joinedLines(lines)]
  }
  const divided: Inline[][] = []
  for (const [index, line] of lines.entries()) {
    const before = divided.at(-1)
    const goesOn = before && !opens(line) && (!opens(lines[index - 1] ?? []) || /^\p{Ll}/u.test(textOf(line)))
    if (goesOn) before.push({ type: 'hardBreak' }, ...line)
    else divided.push(line)
  }
  return divided
}

const joinedLines = (lines: Inline[][]): Inline[] =>
  lines.flatMap((line, index) => (index > 0 ? [{ type: 'hardBreak' as const }, ...line] : line))

function linesIn(content: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** Joins lines that were broken to fit the width of a page. */
function wholeLines(lines: Inline[][]): Inline[][] {
  const joins = lineJoins(lines.map(textOf))
  const whole: Inline[][] = []
  for (const [index, line] of lines.entries()) {
    const join = joins[index - 1]
    const before = whole.pop()
    if (before && join) whole.push(joined(before, line, join))
    else whole.push(...(before ? [before] : []), line)
  }
  return whole
}

function joined(line: Inline[], next: Inline[], join: LineJoin): Inline[] {
  const last = line.at(-1)
  if (last?.type !== 'text' || join === 'nothing') return [...line, ...next]
  const text = join === 'divided' ? last.text.trimEnd().slice(0, -1) : `${last.text.trimEnd()} `
  return [...line.slice(0, -1), ...(text ? [{ ...last, text }] : []), ...next]
}

/**
 * Puts a large first letter that stands in a paragraph of its own back before its word. Letters that are words are left
 * alone.
 */
export function withFirstLetters(lines: Inline[][]): Inline[][] {
  const whole: Inline[][] = []
  for (const line of lines) {
    const before = whole.at(-1)
    const isRest = before && /^(?![AIÅÖ])\p{Lu}$/u.test(textOf(before)) && /^\p{Ll}/u.test(textOf(line))
    if (isRest) before.push(...line)
    else whole.push([...line])
  }
  return whole.map(asOne)
}

/** Joins neighbours with the same marks. */
function asOne(line: Inline[]): Inline[] {
  const nodes: Inline[] = []
  for (const node of line) {
    const last = nodes.at(-1)
    const isSame =
      last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (isSame) nodes[nodes.length - 1] = { ...last, text: last.text + node.text }
    else nodes.push(node)
  }
  return nodes
}
