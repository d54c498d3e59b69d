import { expect, test } from 'vitest'
import { withWordsFirst } from './words-first.ts'

const sent = (page: string) => Buffer.from(withWordsFirst(Buffer.from(page), 'sv')).toString()

test('a page that is made by script alone has its words before the scripts that need them', () => {
  const page = '<!DOCTYPE html><html id="__next_error__"><head><script src="/_next/a.js" async=""></script></head>'
  expect(sent(page)).toMatch(
    /^<!DOCTYPE html><html id="__next_error__"><head><script src="\/words\/sv-[\da-f]{16}\.js"><\/script><script src="\/_next\/a\.js"/,
  )
})

test('every other page is left as it is', () => {
  for (const page of ['<!DOCTYPE html><html lang="sv"><head></head>', '<p>&lt;html id="__next_error__"&gt;</p>', ''])
    expect(sent(page)).toBe(page)
})
