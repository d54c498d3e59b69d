import { expect, test } from 'vitest'
import { messagesIn } from '#lib/messages.ts'
import { keysOn, type Shortcut, type ShortcutGroup, type ShortcutName, shortcuts } from './shortcuts.ts'

const groups = Object.keys(shortcuts) as ShortcutGroup[]

test('every key has words in both languages, and stands once in its group', () => {
  for (const group of groups) {
    const keys = shortcuts[group].map((shortcut) => keysOn('pc', shortcut).join(' '))
    expect(new Set(keys).size, group).toBe(keys.length)
    for (const language of ['sv', 'en'] as const)
      for (const { what } of shortcuts[group]) expect(messagesIn(language).shortcuts[what], what).toBeTruthy()
  }
})

test('docs/keys.md is the same list. After a change: vitest run components/editor/toolbar/shortcuts.test.ts -u', async () => {
  const words = messagesIn('en').shortcuts
  const keys = (list: string[]) => list.map((key) => `\`${key}\``).join(' ')
  const row = (shortcut: Shortcut & { what: ShortcutName }) =>
    `- ${words[shortcut.what]}: ${keys(keysOn('pc', shortcut))}, Mac ${keys(keysOn('mac', shortcut))}`
  const list = (group: ShortcutGroup) => [`## ${words[group]}`, '', ...shortcuts[group].map(row)].join('\n')
  const page = ['# The keys of the editor', ...groups.map(list)].join('\n\n')
  await expect(`${page}\n`).toMatchFileSnapshot('../../../docs/keys.md')
})
