/**
 * Gives the elements of a page the styles that its style sheets give their classes: Excel, Pages and TextEdit say nowhere
 * else what is bold.
 */
import { classOf, tagOf } from '../style.ts'

const properties =
  /^(font|font-family|font-weight|font-style|text-decoration|text-decoration-line|vertical-align|display|visibility|float|margin-left|mso-hide|mso-text-raise|mso-char-type|mso-symbol-font-family)$/
/** What is set off by itself: its looks emphasise nothing. */
const setOff = /^Mso(Title|Subtitle|Heading\d|Quote|IntenseQuote|Caption|Hyperlink\w*|(Foot|End)note\w*)$/i

interface Rule {
  tag: string
  style: string
}

/** Writes the styles of classes into the elements that have them, before their own. Selectors of other kinds do not count. */
export function applyClassStyles(root: ParentNode): void {
  const rules = new Map<string, Rule[]>()
  for (const sheet of root.querySelectorAll('style')) addRules(rules, sheet.textContent ?? '')
  if (rules.size === 0) return
  for (const element of root.querySelectorAll('[class]')) {
    const styles = classOf(element)
      .split(/\s+/)
      .flatMap((name) => rules.get(name) ?? [])
      .filter(({ tag }) => !tag || tag === tagOf(element))
      .map(({ style }) => style)
    if (styles.length > 0) element.setAttribute('style', [...styles, element.getAttribute('style') ?? ''].join(';'))
  }
}

function addRules(rules: Map<string, Rule[]>, sheet: string) {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
    .replace(/@(media|supports|layer|container)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const style = body
      .split(';')
      .filter((declaration) => properties.test(declaration.split(':')[0]?.trim().toLowerCase() ?? ''))
      .join(';')
    if (!style) continue
    for (const selector of selectors.split(',')) {
      const [, tag = '', name = ''] = /^\s*([a-z]\w*)?\.([\w-]+)\s*$/i.exec(selector) ?? []
      if (!name || setOff.test(name)) continue
      rules.set(name, [...(rules.get(name) ?? []), { tag: tag.toLowerCase(), style }])
    }
  }
}
