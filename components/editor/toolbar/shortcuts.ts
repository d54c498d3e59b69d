/** Lists every key of the editor: the dialog and `docs/keys.md` are made from this list. */

type Key = 'Mod' | 'Alt' | 'Shift' | 'Ctrl' | (string & {})

export interface Shortcut {
  what: string
  /** `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: Key[]
  /** The keys of a Mac, where they differ. */
  mac?: Key[]
}

/** The names are keys of the messages `shortcuts`. */
export const shortcuts = {
  writing: [
    { what: 'bold', keys: ['Mod', 'B'] },
    { what: 'italic', keys: ['Mod', 'I'] },
    { what: 'superscript', keys: ['Mod', '.'] },
    { what: 'subscript', keys: ['Mod', ','] },
    { what: 'link', keys: ['Mod', 'K'] },
    { what: 'line-break', keys: ['Shift', 'Enter'] },
    { what: 'undo', keys: ['Mod', 'Z'] },
    { what: 'redo', keys: ['Mod', 'Shift', 'Z'] },
  ],
  blocks: [
    { what: 'insert', keys: ['/'] },
    { what: 'paragraph', keys: ['Mod', 'Alt', '0'] },
    { what: 'heading-2', keys: ['Mod', 'Alt', '2'] },
    { what: 'heading-3', keys: ['Mod', 'Alt', '3'] },
    { what: 'heading-4', keys: ['Mod', 'Alt', '4'] },
    { what: 'ordered-list', keys: ['Mod', 'Shift', '7'] },
    { what: 'bullet-list', keys: ['Mod', 'Shift', '8'] },
    { what: 'deeper', keys: ['Tab'] },
    { what: 'shallower', keys: ['Shift', 'Tab'] },
    { what: 'move-up', keys: ['Alt', 'Shift', '↑'] },
    { what: 'move-down', keys: ['Alt', 'Shift', '↓'] },
  ],
  typed: [
    { what: 'typed-heading', keys: ['##', 'Space'] },
    { what: 'typed-bullet-list', keys: ['-', 'Space'] },
    { what: 'typed-ordered-list', keys: ['1.', 'Space'] },
    { what: 'typed-quote', keys: ['–', 'Space'] },
    { what: 'typed-divider', keys: ['---'] },
    { what: 'typed-mention', keys: ['@'] },
  ],
  places: [
    { what: 'find', keys: ['Mod', 'F'] },
    { what: 'replace', keys: ['Ctrl', 'H'], mac: ['Mod', 'Alt', 'F'] },
    { what: 'next', keys: ['F3'], mac: ['Mod', 'G'] },
    { what: 'previous', keys: ['Shift', 'F3'], mac: ['Mod', 'Shift', 'G'] },
    { what: 'comment', keys: ['Mod', 'Alt', 'M'] },
    { what: 'toolbar', keys: ['Alt', 'F10'] },
    { what: 'leave', keys: ['Esc'] },
    { what: 'save', keys: ['Mod', 'S'] },
    { what: 'palette', keys: ['Mod', 'K'] },
    { what: 'keys', keys: ['Mod', '/'] },
  ],
} as const satisfies Record<string, Shortcut[]>

export type ShortcutGroup = keyof typeof shortcuts
export type ShortcutName = (typeof shortcuts)[ShortcutGroup][number]['what']

const onMac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' }

/** Returns the keys as they are marked on a keyboard. */
export function keysOn(machine: 'mac' | 'pc', { keys, mac }: Shortcut): string[] {
  return machine === 'mac'
    ? (mac ?? keys).map((key) => onMac[key] ?? key)
    : keys.map((key) => (key === 'Mod' ? 'Ctrl' : key))
}
