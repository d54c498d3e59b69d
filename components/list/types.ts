/** What a list and the server say to each other about several things at once. */
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'
import type { IconName } from '#components/ui/icon-paths.ts'

/** What is selected: things by id, or all that the filter in `all` finds, written as in an address. */
export interface Selected {
  ids: string[]
  all: string | null
}

/** A thing that a change left as it was, and why. */
export interface LeftThing {
  id: string
  name: string
  href: string
  reason: string
}

export interface BulkQuestion {
  heading: string
  lines: { text: string; href?: string }[]
  confirm: string
  danger: boolean
}

/** What a change of several things did. With a question it has done nothing yet. */
export interface BulkAnswer {
  message: string
  left: LeftThing[]
  /** What takes it all back, to be sent as it is. */
  undo?: string
  show?: { href: string; label: string }
  question?: BulkQuestion
}

/** Changes what is selected. It asks a question first where it must, and is then called again with `asked`. */
type BulkChange = (selected: Selected, choice: string, asked: boolean) => Promise<BulkAnswer>

export interface BulkAction {
  key: string
  label: string
  /** The label on phones. */
  short?: string
  icon: IconName
  /** Where the change needs a choice: returns what can be chosen for what is selected. */
  choices?: (selected: Selected) => Promise<PickerChoice[]>
  /** How a choice is made of a typed name, where it can be. */
  making?: {
    /** Says what is made, with {name} for the name. */
    line: string
    about: string
    /** Makes it and changes what is selected. */
    change: (selected: Selected, name: string) => Promise<BulkAnswer>
  }
  change: BulkChange
}
