import { expect, test } from 'vitest'
import { isSafeHref } from './links.ts'

test.each([
  'https://example.org/å',
  'http://example.org',
  'mailto:a@example.org',
  'tel:+46701740612',
  '/nyheter/en',
  '#fakta',
])('%s may be linked to', (href) => expect(isSafeHref(href)).toBe(true))

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:x',
  'java\nscript:x',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'evil',
  '',
])('%j may not be linked to', (href) => expect(isSafeHref(href)).toBe(false))
