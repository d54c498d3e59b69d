import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { inlineText } from '../document/rich-text.ts'
import { importHtml } from './from-html.ts'
import { htmlOfMarkdown } from './markdown.ts'
import { blocksOfText, isMarkdown } from './plain-text.ts'
import { outline } from './test-outline.ts'

describe('Markdown', () => {
  it.each([
    '# Vattnet växer\n\nText.',
    'Se:\n\n- ett mejeri\n- ett bryggeri',
    '1. Mät\n2. Rena',
    'Läs [metoden](https://andravattnet.example).',
    'Det är **viktigt**.',
    '| Ort | Volym |\n|---|---|\n| Högfors | 27 |',
  ])('is recognised: %j', (text) => expect(isMarkdown(text)).toBe(true))

  it.each([
    'Vattnet växer.\n\n– Ja, säger Ingrid.',
    '- Reningen klarar det redan, säger Ingrid.',
    'Kostnad: 3 * 4 * 5 kr',
    '#andravattnet är på väg',
    'Vattnet växer.\n\n# # #',
    'Vattnet växer.\n\n###',
    '27 m3\n\n2026-11-22',
    'snake_case_namn och __init__',
  ])('is not seen where there is none: %j', (text) => expect(isMarkdown(text)).toBe(false))

  it('keeps short lines apart, and joins those that a width has broken', () => {
    const text =
      '**Vattnet**\n\nProgrammet låter sköljvatten från anläggningen gå ett varv till i\nGruvnäs. Nio företag är med.\n\nEbba Lind\nPresschef\nebba@example.org\n\n- Ett\n  till\n- Två'
    const page = new DOMParser().parseFromString(`<html><body>${htmlOfMarkdown(text)}</body></html>`, 'text/html')
    expect(outline(importHtml(page as unknown as Document).blocks)).toEqual([
      '**Vattnet**',
      'Programmet låter sköljvatten från anläggningen gå ett varv till i Gruvnäs. Nio företag är med.',
      'Ebba Lind⏎Presschef⏎[ebba@example.org](mailto:ebba@example.org)',
      '* Ett till',
      '* Två',
    ])
  })

  it('becomes blocks, its hostile parts left behind', () => {
    const html = htmlOfMarkdown(
      '# Vattnet\n\n- Det går redan, säger Ingrid.\n\n3. Mät\n4. **Rena**\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ~~borta~~ CO~2~ där[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: En not.\n',
    )
    const { blocks, omitted } = importHtml(
      new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html') as unknown as Document,
    )
    expect(blocks.map((block) => block.type)).toEqual([
      'heading',
      'quote',
      'orderedList',
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(blocks[1]).toMatchObject({ content: [{ text: '– Det går redan, säger Ingrid.' }] })
    expect(blocks[2]).toMatchObject({ attrs: { start: 3 } })
    expect(JSON.stringify(blocks)).not.toMatch(/alert|javascript/)
    expect(blocks[3]?.type === 'paragraph' && inlineText(blocks[3].content)).toBe('x CO₂ där[^1]')
    expect(omitted.struck).toBe(1)
    expect(blocks[5]).toMatchObject({ content: [{ text: '[^1]: En not.' }] })
  })
})

describe('plain text', () => {
  const shown = (text: string) =>
    blocksOfText(text).map((block) => `${block.type}: ${'content' in block ? inlineText(block.content as never) : ''}`)

  it('is paragraphs and quotes, a line each', () => {
    expect(shown('Vattnet växer.\r\n– Ja, säger Ingrid.\r\n\r\nSlut')).toEqual([
      'paragraph: Vattnet växer.',
      'quote: – Ja, säger Ingrid.',
      'paragraph: Slut',
    ])
  })

  it('has a list where lines begin with a bullet, and nothing where there is only one', () => {
    const text = 'Före\n• Ett mejeri\n•\tEtt bryggeri\n•\n\n◦ Ett till\nEfter'
    const item = (words: string) => ({ type: 'listItem', content: [{ content: [{ text: words }] }] })
    expect(blocksOfText(text)).toMatchObject([
      { type: 'paragraph' },
      { type: 'bulletList', content: [item('Ett mejeri'), item('Ett bryggeri'), item('Ett till')] },
      { type: 'paragraph' },
    ])
    const html = '<p>•&nbsp;Ett mejeri</p><p><b>• Ett</b> bryggeri<br>•&nbsp;Ett till</p><p>•</p><p>Efter • allt</p>'
    const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
    expect(importHtml(page as unknown as Document).blocks).toMatchObject([
      { type: 'bulletList', content: [item('Ett mejeri'), { type: 'listItem' }, item('Ett till')] },
      { type: 'paragraph', content: [{ text: 'Efter • allt' }] },
    ])
  })

  it('puts lines together that were broken to fit a width', () => {
    const text =
      'Programmet Andra vattnet låter sköljvatten gå ett varv\ntill, och nu är nio företag med och visar att det går\nmen bara nästan.'
    expect(shown(text)).toEqual([`paragraph: ${text.replaceAll('\n', ' ')}`])
  })
})
