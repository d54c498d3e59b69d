/**
 * Keeps the reading of a whole text beside the text, and makes its changes steps in the history of the text, so that
 * undo takes back the fields along with the words.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Mappable, Step, StepMap, StepResult } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { LeftOutPart } from '#lib/import/whole-text/parts.ts'
import { moved, type ReadFields, type Sheet, takenAway } from './sheet.ts'

/** What holds beside the text: the sheet while it is open, and the fields that a change is about. */
interface Beside {
  sheet: Sheet | null
  fields: Partial<ReadFields>
}

export class ReadingStep extends Step {
  readonly before: Beside
  readonly after: Beside
  /** The people who were added to the newsroom with this change. */
  readonly made: string[]
  /** Whether the change is being taken back. */
  readonly isUndo: boolean

  constructor(before: Beside, after: Beside, made: string[] = [], isUndo = false) {
    super()
    this.before = before
    this.after = after
    this.made = made
    this.isUndo = isUndo
  }

  apply(doc: Node): StepResult {
    return StepResult.ok(doc)
  }

  override getMap(): StepMap {
    return StepMap.empty
  }

  invert(): ReadingStep {
    return new ReadingStep(this.after, this.before, this.made, !this.isUndo)
  }

  map(mapping: Mappable): ReadingStep {
    const follow = ({ sheet, fields }: Beside): Beside => ({ sheet: sheet && shifted(sheet, mapping), fields })
    return new ReadingStep(follow(this.before), follow(this.after), this.made, this.isUndo)
  }

  toJSON() {
    return { stepType: 'reading' }
  }
}

const shifted = (sheet: Sheet, mapping: Mappable): Sheet => ({
  ...sheet,
  at: Object.fromEntries(Object.entries(sheet.at).map(([id, places]) => [id, places.map((at) => mapping.map(at))])),
})

const key = new PluginKey<Sheet | null>('reading')

export const sheetIn = (state: EditorState): Sheet | null => key.getState(state) ?? null

/** Opens a sheet that was kept, without a step that could be undone. */
export const withKeptSheet = (tr: Transaction, sheet: Sheet): Transaction =>
  tr.setMeta(key, sheet).setMeta('addToHistory', false)

function apply(tr: Transaction, was: Sheet | null): Sheet | null {
  const kept = tr.getMeta(key) as Sheet | undefined
  if (kept) return kept
  const step = tr.steps.findLast((one) => one instanceof ReadingStep)
  if (step) return step.after.sheet
  if (!was || !tr.docChanged) return was
  // Another text has been put in place of this one.
  return tr.getMeta('preventUpdate') ? null : moved(was, tr.mapping, tr.doc)
}

function decorations(state: EditorState, reasonFor: (part: LeftOutPart) => string): DecorationSet | null {
  const sheet = sheetIn(state)
  if (!sheet) return null
  const found = takenAway(sheet).flatMap(({ at, part }) => {
    const block = state.doc.resolve(at - 1).nodeAfter
    if (!block) return []
    const attributes =
      part.kind === 'left-out'
        ? { class: 'left-out', 'data-why': reasonFor(part) }
        : { class: 'read-away', 'data-read': part.kind }
    return [Decoration.node(at - 1, at - 1 + block.nodeSize, attributes)]
  })
  return DecorationSet.create(state.doc, found)
}

export const Reading = Extension.create<{ reasonFor: (part: LeftOutPart) => string }>({
  name: 'reading',
  addOptions: () => ({ reasonFor: () => '' }),
  addProseMirrorPlugins() {
    const { reasonFor } = this.options
    return [
      new Plugin<Sheet | null>({
        key,
        state: { init: () => null, apply },
        props: { decorations: (state) => decorations(state, reasonFor) },
      }),
    ]
  },
})
