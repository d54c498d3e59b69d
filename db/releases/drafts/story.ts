/** Reads a story for whoever writes one of its versions: each as it is being written, and what is out of it. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { prepared } from '../../client.ts'
import { alias } from '../../dialect.ts'
import { type ReviewDate, reviewDates } from '../../schema/published.ts'
import { type Release, releases, revisions, scheduledChanges, translations } from '../../schema/releases.ts'
import { users } from '../../schema/users.ts'
import { notInTrash } from '../../trash/in-trash.ts'
import { readParts } from '../drafts.ts'
import { type GoingOut, goingOutOf } from '../going-out.ts'
import type { Draft, SavedDraft } from '../revisions.ts'
import { pairsOf, type TranslationPair } from '../translation-sources.ts'

/** A language version of a story. */
export interface StoryVersion {
  release: Release
  stored: SavedDraft
  /** What goes out of it by itself, and when that was written; null where nothing does. */
  goingOut: (GoingOut & { savedAt: Date }) | null
  /** The text that goes out by itself, else the one that readers see; null where there is neither. */
  out: { revisionId: string; draft: Draft } | null
  /** When it is to be looked at again; null where nobody has said. */
  reviewDate: Pick<ReviewDate, 'on' | 'note'> | null
  /** The text it was translated from; null for a text that is no translation. */
  pair: TranslationPair | null
}

/** Returns the versions of the story that a release belongs to, itself among them, but those in the trash; the oldest first. */
export async function getStory(releaseId: string, now: Date): Promise<StoryVersion[]> {
  const rows = await storyQuery().execute({ releaseId })
  const [draftOf, pairs] = await Promise.all([
    readParts(rows.flatMap(({ written, sent }) => (sent ? [written, sent] : [written]))),
    readPairs(rows),
  ])
  return rows.map((row) => {
    const { release, written, savedBy, change, reviewDate } = row
    const draft = draftOf(written)
    const shown = shownIn(row)
    const goingOut = shown && goingOutOf(release, { change, title: shown.title, now })
    const isOut = shown && (goingOut || !release.withdrawnAt)
    return {
      release,
      stored: { draft, version: release.draftVersion, savedAt: written.savedAt, savedBy },
      goingOut: goingOut && { ...goingOut, savedAt: shown.savedAt },
      out: isOut ? { revisionId: shown.id, draft: shown === written ? draft : draftOf(shown) } : null,
      reviewDate,
      pair: pairs.get(release.id) ?? null,
    }
  })
}

/** Returns the revision that goes out by itself, else the one readers were given last; null where there is neither. */
function shownIn({ release, written, change, sent }: Row): Row['written'] | null {
  const id = change?.revisionId ?? release.liveRevisionId
  return id === written.id ? written : sent
}

/** Returns the translations among versions beside their sources, most of which are among them as well. */
async function readPairs(rows: Row[]): Promise<Map<string, TranslationPair>> {
  const [first] = rows
  const known = rows.flatMap(({ release, snapshot }) => {
    const source = snapshot && rows.find((row) => row.release.id === snapshot.sourceId)
    if (!source) return []
    const pair = { language: release.language, seen: snapshot.seen, source: source.release, text: source.written }
    return [[release.id, pair] as const]
  })
  const pairs = new Map<string, TranslationPair>(known)
  // A source may be in another story by now, and translations from before there were snapshots have none.
  const isKnown = ({ release, snapshot }: Row) => pairs.has(release.id) || (release === first?.release && !snapshot)
  const others = rows.filter((row) => !isKnown(row)).map(({ release }) => release.id)
  return new Map([...pairs, ...(await pairsOf(others))])
}

type Row = Awaited<ReturnType<ReturnType<typeof storyQuery>['execute']>>[number]

const own = alias(releases, 'own')
const sent = alias(revisions, 'sent')

const storyQuery = prepared((reader) =>
  reader
    .select({
      release: releases,
      written: revisions,
      savedBy: { id: users.id, name: users.name },
      change: scheduledChanges,
      sent,
      reviewDate: { on: reviewDates.on, note: reviewDates.note },
      snapshot: { sourceId: translations.sourceId, seen: translations.seen },
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    // Mostly it is what is being written, and need not be read twice.
    .leftJoin(
      sent,
      and(
        eq(sent.id, sql`coalesce(${scheduledChanges.revisionId}, ${releases.liveRevisionId})`),
        ne(sent.id, releases.draftRevisionId),
      ),
    )
    .leftJoin(reviewDates, eq(reviewDates.releaseId, releases.id))
    .leftJoin(translations, eq(translations.releaseId, releases.id))
    .where(
      and(
        eq(
          releases.storyId,
          reader
            .select({ storyId: own.storyId })
            .from(own)
            .where(eq(own.id, sql.placeholder('releaseId'))),
        ),
        notInTrash('release', releases.id),
      ),
    )
    .orderBy(asc(releases.createdAt), asc(releases.id))
    .prepare(),
)
