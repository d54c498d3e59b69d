import { expect, it } from 'vitest'
import { changedKinds, type ImportReport, isWhole, omittedKinds } from './import-report.ts'

const kinds = [...omittedKinds, ...changedKinds]
const none = Object.fromEntries(kinds.map((kind) => [kind, 0])) as ImportReport['left']
const report = (left: Partial<ImportReport['left']> = {}): ImportReport => ({
  filename: 'a.docx',
  hasTitle: true,
  carried: { heading: 0, paragraph: 1, quote: 0, list: 0, table: 0, image: 0, link: 0 },
  left: { ...none, ...left },
})

it('a file is whole when nothing but its looks was left', () => {
  expect(isWhole(report())).toBe(true)
})

it.each(kinds)('one with %s is not', (kind) => {
  expect(isWhole(report({ [kind]: 1 }))).toBe(false)
})
