/**
 * How soon readers see what has been published, while others read: 100 publications by the real verbs, in another process
 * than the server.
 */
import { randomUUID } from 'node:crypto'
import { publishRelease } from '#db/releases/publication.ts'
import { smallChange } from '#db/releases/published/change-notice.ts'
import { getDraft, saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import { pathTo } from '#lib/urls.ts'
import { crowd } from './load.ts'

export interface Publishing {
  /** For each publication, milliseconds from its answer to the end of the first answer that shows it, on the last node. */
  times: number[]
  /** Answers to requests that began after a commit and yet showed what was before it. */
  stale: number
  /** Answers that were looked at. */
  reads: number
}

const publications = 100
const readers = 4

/** Publishes and reads. The newsroom is the one DATA_DIR and DATABASE_URL name, served at `url` and by each of the nodes. */
export async function measurePublishing(url: string, nodes = [url]): Promise<Publishing> {
  const [editor] = await listUsers()
  if (!editor) throw new Error('the newsroom has no members')
  const actor = { id: editor.id }
  const releaseId = await createRelease({ language: 'sv', kind: 'news' }, { actor, now: new Date() })
  const slug = `matning-${randomUUID()}`
  const path = pathTo('sv', 'news', slug)
  const anyNode = () => nodes[Math.floor(Math.random() * nodes.length)] ?? url
  let committed = 0
  let stale = 0
  let reads = 0

  async function publish(number: number) {
    const now = new Date()
    const { version } = (await getDraft(releaseId)) ?? { version: 0 }
    const draft = {
      ...emptyDraft('news'),
      title: `Utgåva nummer ${number}`,
      slug,
      lead: ['Ett mått på hur fort det går.'],
    }
    const saved = await saveDraft(releaseId, draft, { actor, baseVersion: version, reason: 'save', now })
    await publishRelease(releaseId, { actor, baseVersion: saved.version, at: null, change: smallChange, now })
    committed = number
  }

  async function read(node = anyNode()): Promise<number> {
    const before = committed
    const text = await (await fetch(node + path)).text()
    const seen = Number(/Utg(?:å|&#x27;|&aring;)va nummer (\d+)/.exec(text.replaceAll('\u00ad', ''))?.[1] ?? -1)
    reads++
    if (seen < before) stale++
    return seen
  }

  await publish(1)
  for (const node of nodes) await read(node)
  let isOver = false
  const disperse = crowd({ url: url + path, connections: 8 })
  const others = Array.from({ length: readers }, async () => {
    while (!isOver) await read()
  })
  const times: number[] = []
  for (let number = 2; number <= publications + 1; number++) {
    await publish(number)
    const start = performance.now()
    const isSeen = async (node: string) => {
      while ((await read(node)) < number) if (performance.now() - start > 5_000) throw new Error('never seen')
    }
    await Promise.all(nodes.map(isSeen))
    times.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  isOver = true
  await Promise.all([...others, disperse()])
  return { times, stale, reads }
}
