/** A release of a test's own, made by the newsroom's verbs in another process than the server's. */
import { randomUUID } from 'node:crypto'
import { publishRelease } from '#db/releases/publication.ts'
import { type ChangeNotice, smallChange } from '#db/releases/published/change-notice.ts'
import { type Draft, getDraft, saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import { pathTo } from '#lib/urls.ts'

export interface TestRelease {
  id: string
  /** Where readers find it. */
  path: string
  /** Saves changes to the draft, which readers do not see. */
  write(changes: Partial<Draft>): Promise<void>
  /** Publishes the draft, now or at a time to come: in place of what readers see as a small change, unless told. */
  publish(at?: Date, change?: ChangeNotice): Promise<void>
  /** Publishes the draft so many milliseconds after the newsroom is asked to, and returns when that is. */
  publishIn(wait: number): Promise<Date>
}

/** Writes a draft in the newsroom DATA_DIR names, by a member, or the first by name. */
export async function createTestRelease(changes: Partial<Draft> = {}, writer?: { id: string }): Promise<TestRelease> {
  const member = writer ?? (await listUsers())[0]
  if (!member) throw new Error('the newsroom has no members')
  const actor = { id: member.id }
  const slug = `prov-${randomUUID()}`
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now: new Date() })
  const version = async () => (await getDraft(id))?.version ?? 0
  let draft: Draft = { ...emptyDraft('news'), slug, title: 'Prov', lead: ['Ett prov.'] }
  const release: TestRelease = {
    id,
    path: pathTo('sv', 'news', slug),
    async write(written) {
      draft = { ...draft, ...written }
      await saveDraft(id, draft, { actor, baseVersion: await version(), reason: 'save', now: new Date() })
    },
    async publish(at, change = smallChange) {
      await publishRelease(id, { actor, baseVersion: await version(), at: at ?? null, change, now: new Date() })
    },
    async publishIn(wait) {
      const baseVersion = await version()
      const now = new Date()
      const at = new Date(now.getTime() + wait)
      await publishRelease(id, { actor, baseVersion, at, change: smallChange, now })
      return at
    },
  }
  await release.write(changes)
  return release
}
