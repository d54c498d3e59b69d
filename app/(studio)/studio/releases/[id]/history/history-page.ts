/** Gathers the history of a release: a page of its versions, two of them to compare, and what those refer to. */
import { type Comparison, compareDrafts } from '#components/compare/compare-drafts.ts'
import type { CompareContext } from '#components/compare/context.ts'
import { db } from '#db/client.ts'
import { libraryItem } from '#db/media.ts'
import { getReferenced } from '#db/releases/draft-references.ts'
import { readDraft } from '#db/releases/drafts.ts'
import { getBeginning, getVersions, listRevisions, type Version } from '#db/releases/history.ts'
import { listPublishedVersions } from '#db/releases/published/versions.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import type { PublishedVersion } from '#db/schema/published.ts'
import type { Release } from '#db/schema/releases.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import type { HistoryParams } from './history-params.ts'

/** How many versions are listed at a time. */
const versionsPerPage = 60

export interface HistoryPage {
  release: Release
  /** The title of the draft. */
  title: string
  versions: Version[]
  /** The version before the last one listed, if there is one. */
  beyond: Version | undefined
  /** Who began the text, once the list reaches that far. */
  beginning: Awaited<ReturnType<typeof getBeginning>>
  draft: Version
  live: Version | undefined
  from: Version
  to: Version
  /** The versions that readers have been given, the first first. */
  published: PublishedVersion[]
  comparison: Comparison
  mentioned: Pick<CompareContext, 'people' | 'topics' | 'series' | 'images'>
}

/** Returns the page. Undefined for a release or versions that do not exist, and for versions of another release. */
export async function getHistoryPage(
  releaseId: string,
  historyParams: HistoryParams,
): Promise<HistoryPage | undefined> {
  const release = await getRelease(releaseId)
  if (!release?.draftRevisionId) return undefined
  const { draftRevisionId, liveRevisionId, language } = release
  const query = [historyParams.from, historyParams.to, historyParams.before, draftRevisionId, liveRevisionId].filter(
    (id) => id != null,
  )
  const known = new Map((await getVersions(releaseId, query)).map((version) => [version.id, version]))
  const draft = known.get(draftRevisionId)
  if (!draft || query.some((id) => !known.has(id))) return undefined
  const before = historyParams.before ? known.get(historyParams.before) : undefined
  const listed = await listRevisions(releaseId, { most: versionsPerPage + 1, before })
  const live = liveRevisionId ? known.get(liveRevisionId) : undefined
  const { from, to } = await endsOf(releaseId, historyParams, { known, draft, live })
  const [older, newer] = await Promise.all([from, to].map((version) => readDraft(db, version.id)))
  if (!older || !newer) return undefined
  const beyond = listed.at(versionsPerPage)
  return {
    release,
    title: (to.isDraft ? newer : await readDraft(db, draft.id))?.title ?? '',
    versions: listed.slice(0, versionsPerPage),
    beyond,
    beginning: beyond ? undefined : await getBeginning(releaseId),
    draft,
    live,
    from,
    to,
    published: await listPublishedVersions(releaseId),
    comparison: compareDrafts(historyParams.plain ? newer : older, newer),
    mentioned: await mentionedBy([older, newer], language),
  }
}

/**
 * Returns the two versions to compare. When one is asked for, that one and the one before it; when none is, the live
 * version and the draft, or the two latest.
 */
async function endsOf(
  releaseId: string,
  historyParams: HistoryParams,
  { known, draft, live }: { known: Map<string, Version>; draft: Version; live: Version | undefined },
): Promise<{ from: Version; to: Version }> {
  const to = (historyParams.to ? known.get(historyParams.to) : undefined) ?? draft
  const from = historyParams.from ? known.get(historyParams.from) : undefined
  if (from) return { from, to }
  if (!historyParams.to && live && live.id !== draft.id) return { from: live, to }
  const [previous] = await listRevisions(releaseId, { most: 1, before: to })
  return { from: previous ?? to, to }
}

async function mentionedBy(drafts: Draft[], language: Release['language']): Promise<HistoryPage['mentioned']> {
  const { people, topics, series, media } = await getReferenced(drafts)
  const named = (subjects: Map<string, Subject>) =>
    new Map([...subjects].map(([id, subject]) => [id, subjectName(subject, language)]))
  return {
    people,
    topics: named(topics),
    series: named(series),
    images: new Map([...media].map(([id, file]) => [id, libraryItem(file)])),
  }
}
