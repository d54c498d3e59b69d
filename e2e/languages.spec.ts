/** Every page speaks one language, and says so where it quotes another. */
import { parseHTML } from 'linkedom'
import { messagesIn } from '#lib/messages.ts'
import { expect, test } from './support/fixtures.ts'

type Tree = { [key: string]: string | Tree }

const textsIn = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value)))

/** What a language's interface says word for word. Names that both use tell nothing. */
const said = (language: string): Set<string> => {
  const { newsroom, statement, kinds, search } = messagesIn(language)
  return new Set(textsIn({ newsroom, statement, kinds, search } as Tree).filter((text) => !/[{<]/.test(text)))
}

const spokenAttributes = ['aria-label', 'alt', 'placeholder', 'title', 'content']

/** Every text of a page and every text told in an attribute, with the language it stands in. */
function textsOf(html: string): { text: string; language: string }[] {
  const { document } = parseHTML(html)
  const found: { text: string; language: string }[] = []
  for (const element of document.querySelectorAll('*')) {
    if (['SCRIPT', 'STYLE'].includes(element.tagName)) continue
    const language = element.closest('[lang]')?.getAttribute('lang') ?? ''
    const attributes = spokenAttributes.map((name) => element.getAttribute(name) ?? '')
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '')
    for (const text of [...attributes, ...texts]) if (text.trim()) found.push({ text: text.trim(), language })
  }
  return found
}

for (const [language, other] of [
  ['sv', 'en'],
  ['en', 'sv'],
] as const)
  test(`no page in ${language} says anything in ${other} that is not marked so`, async ({ newsroom }) => {
    test.slow()
    const own = said(language)
    const foreign = new Set([...said(other)].filter((text) => !own.has(text)))
    const isOurs = (path: string) => path.startsWith('/en') === (language === 'en')
    const waiting = [language === 'en' ? '/en' : '/']
    const seen = new Set(waiting)
    const wrong: string[] = []
    for (const path of waiting) {
      const answer = await fetch(newsroom.url + path)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await answer.text()
      expect(html, path).toContain(`<html lang="${language}"`)
      for (const { text, language: spoken } of textsOf(html)) {
        if (spoken === language && foreign.has(text)) wrong.push(`${path}: ${text}`)
      }
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
        if (seen.has(href) || seen.size > 150 || /^\/(files|share)\/|\.\w+$/.test(href) || !isOurs(href)) continue
        seen.add(href)
        waiting.push(href)
      }
    }
    expect(seen.size).toBeGreaterThan(15)
    expect(wrong).toEqual([])
  })
