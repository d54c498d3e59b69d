/** Goes to what a check is about: into a field, or with the caret at the words. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { reveal, whenThere } from '#components/ui/reveal.ts'
import type { DocumentPosition } from '#lib/checks/rule.ts'

export interface EditorHandles {
  editor: Editor | null
  openTab: (tab: 'publish' | 'people' | 'details') => void
}

export function goTo(place: DocumentPosition, { editor, openTab }: EditorHandles) {
  switch (place.part) {
    case 'title':
      return reveal(document.getElementById('headline'))
    case 'lead':
      return toLead(place.point, place.from, place.to)
    case 'image':
      return revealImage(place.image)
    case 'body':
      return toWords(editor, place)
    case 'when':
      openTab('publish')
      return whenThere('.when-row input')
    case 'cards':
      openTab('people')
      return whenThere('#cards :is(button, input)')
    case 'details':
      openTab('details')
      return whenThere(place.field === 'series' ? '#series input' : `.details [name="${place.field}"]`)
    case 'contacts':
      openTab('people')
      return whenThere('[aria-labelledby="h-contacts"] input')
    case 'card':
      openTab('people')
      return whenThere(`.people-list [data-person="${place.personId}"] button`)
    case 'topics':
      openTab('details')
      return whenThere('#topics input')
    case 'release':
      window.location.assign(`/studio/releases/${place.releaseId}/translation`)
  }
}

/** Scrolls to an image: the hero is number 0 and the images in the text follow. */
export function revealImage(number: number): void {
  const place =
    number === 0 ? document.getElementById('hero') : document.querySelectorAll('[data-image-use]')[number - 1]
  reveal(place?.querySelector<HTMLElement>('.alt input') ?? null)
}

/** Goes to a point of the lead. Points without words are not counted; without any, it goes to where one is added. */
function toLead(point: number, from = 0, to = from): void {
  const points = [...document.querySelectorAll<HTMLTextAreaElement>('.lead textarea')]
  const field = points.filter(({ value }) => value.trim())[point]
  reveal(field ?? document.querySelector<HTMLElement>('.lead .add-point'))
  field?.setSelectionRange(from, to)
}

function toWords(editor: Editor | null, place: Extract<DocumentPosition, { part: 'body' }>): void {
  const at = editor && positionOf(editor, place.path)
  if (!editor || at === undefined || at === null) return
  const { state, view } = editor
  const node = state.doc.nodeAt(at)
  const first = at + 1
  const end = first + (node?.content.size ?? 0)
  const { from = 0, to = from } = place
  const selection = node?.isTextblock
    ? TextSelection.create(state.doc, Math.min(first + from, end), Math.min(first + to, end))
    : TextSelection.near(state.doc.resolve(first))
  view.dispatch(state.tr.setSelection(selection))
  view.focus()
  const block = view.nodeDOM(at)
  if (block instanceof HTMLElement) block.scrollIntoView({ block: 'center' })
}

/** Returns where the block at a path begins in the editor; undefined when it no longer exists. */
export function positionOf({ state }: Editor, path: number[]): number | undefined {
  let node = state.doc
  let at = -1
  for (const index of path) {
    if (index >= node.childCount) return undefined
    at += 1
    for (let before = 0; before < index; before++) at += node.child(before).nodeSize
    node = node.child(index)
  }
  return at
}
