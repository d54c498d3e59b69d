/** Texts that are to go out at set times, written by the newsroom's verbs in another process than the servers. */
import { randomUUID } from 'node:crypto'
import { publishRelease } from '#db/releases/publication.ts'
import { smallChange } from '#db/releases/published/change-notice.ts'
import { saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import { pathTo } from '#lib/urls.ts'

export interface Due {
  id: string
  /** Where readers find it from `at` on, in milliseconds. */
  path: string
  at: number
}

/** Writes so many texts, all of them drafts, and returns how each is scheduled: for a moment, by somebody who asks at `now`. */
export async function writeTexts(count: number): Promise<((at: number, now?: Date) => Promise<Due>)[]> {
  const [editor] = await listUsers()
  if (!editor) throw new Error('the newsroom has no members')
  const actor = { id: editor.id }
  const texts: ((at: number, now?: Date) => Promise<Due>)[] = []
  for (let number = 0; number < count; number++) {
    const slug = `i-tid-${randomUUID()}`
    const started = new Date(Date.now() - 3 * 3_600_000)
    const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now: started })
    const draft = { ...emptyDraft('news'), title: `I tid nummer ${number}`, slug, lead: ['Ute på sekunden.'] }
    const { version } = await saveDraft(id, draft, { actor, baseVersion: 1, reason: 'save', now: started })
    texts.push(async (at, now = new Date()) => {
      await publishRelease(id, { actor, baseVersion: version, at: new Date(at), change: smallChange, now })
      return { id, path: pathTo('sv', 'news', slug), at }
    })
  }
  return texts
}
