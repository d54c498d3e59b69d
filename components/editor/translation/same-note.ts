/** The note above a text that still reads as the source: what it is, and that it is meant to be so. */
import type { useText } from '#components/ui/messages.tsx'
import { openingWords } from '#lib/checks/structure.ts'
import type { Language } from '#lib/locale.ts'

interface Note {
  t: ReturnType<typeof useText<'beside'>>
  /** The language of the source. */
  language: Language | undefined
  mark: () => void
}

/** Makes the note for a place in the text, where nothing is drawn by the framework. */
export function sameNote(text: string, { t, language, mark }: Note): HTMLElement {
  const note = document.createElement('div')
  note.className = 'same-note'
  note.contentEditable = 'false'
  note.lang = document.documentElement.lang
  const what = document.createElement('span')
  what.textContent = t('same-note', { language: language ?? 'other' })
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'text-button'
  button.textContent = t('alike')
  button.setAttribute('aria-label', t('alike-what', { what: openingWords(text) }))
  button.addEventListener('click', mark)
  note.append(what, button)
  return note
}
