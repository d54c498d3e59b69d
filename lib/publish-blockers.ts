/** The only things that stop a publication: what would harm a reader by law or by access. */
import { type Document, type Image, imagesIn } from './rich-text.ts'

export interface Blocker {
  code: 'no-title' | 'no-alt-decision' | 'no-alt-text'
  /** Which image of the release, the hero being 0 and the first in the text 1. */
  image?: number
}

/** One list for the greyed button, the reason beside it and the refusal. */
export function publishBlockers(draft: { title: string; hero: Image['attrs'] | null; body: Document }): Blocker[] {
  const blockers: Blocker[] = []
  if (!draft.title.trim()) blockers.push({ code: 'no-title' })
  for (const [image, use] of [draft.hero, ...imagesIn(draft.body)].entries()) {
    if (!use) continue
    if (!use.altDecision) blockers.push({ code: 'no-alt-decision', image })
    else if (use.altDecision === 'describe' && !use.alt.trim()) blockers.push({ code: 'no-alt-text', image })
  }
  return blockers
}
