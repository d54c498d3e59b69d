/** Tells where an image or a document is used. */
import { asc, eq, inArray, or } from 'drizzle-orm'
import type { Language, Localized } from '#lib/locale.ts'
import { db, type Reader } from '../client.ts'
import { organisations } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import {
  quotes,
  type Release,
  releases,
  revisionMedia,
  revisionPeople,
  revisions,
  scheduledChanges,
} from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

/**
 * `draft` is a use in what is being written, `live` in what readers see or will see, `earlier` in an older version
 * only.
 */
export type MediaUse =
  | {
      noun: 'release'
      id: string
      title: string
      language: Language
      in: ('draft' | 'live' | 'earlier')[]
      release: Pick<Release, 'liveRevisionId' | 'publishAt' | 'withdrawnAt'>
    }
  | { noun: 'person'; id: string; name: string }
  | { noun: 'organisation'; id: string; name: Localized }

/** Returns everything that uses the image: releases (by the title of their draft), portraits, logos. */
export async function usesOf(mediaId: string, from: Reader = db): Promise<MediaUse[]> {
  const shown = await from
    .select({ revisionId: revisionMedia.revisionId, release: releases, scheduledId: scheduledChanges.revisionId })
    .from(revisionMedia)
    .innerJoin(revisions, eq(revisions.id, revisionMedia.revisionId))
    .innerJoin(releases, eq(releases.id, revisions.releaseId))
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    .where(eq(revisionMedia.mediaId, mediaId))
  const byRelease = Map.groupBy(shown, (row) => row.release.id)
  const drafts = shown.map((row) => row.release.draftRevisionId).filter((id) => id !== null)
  const titles = drafts.length
    ? await from
        .select({ releaseId: revisions.releaseId, title: revisions.title })
        .from(revisions)
        .where(inArray(revisions.id, drafts))
    : []
  const portraits = await from
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.portraitMediaId, mediaId))
  const logos = await from
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.logoMediaId, mediaId))
  return [
    ...[...byRelease].flatMap(([id, rows]): MediaUse[] => {
      const release = rows[0]?.release
      if (!release) return []
      const title = titles.find((row) => row.releaseId === id)?.title ?? ''
      return [{ noun: 'release', id, title, language: release.language, in: placesOf(rows), release }]
    }),
    ...portraits.map((person) => ({ noun: 'person' as const, ...person })),
    ...logos.map((organisation) => ({ noun: 'organisation' as const, ...organisation })),
  ]
}

function placesOf(
  rows: { revisionId: string; release: Release; scheduledId: string | null }[],
): ('draft' | 'live' | 'earlier')[] {
  const isDraft = rows.some(({ revisionId, release }) => revisionId === release.draftRevisionId)
  const isShown = rows.some(({ revisionId: id, release, scheduledId }) =>
    [release.liveRevisionId, scheduledId].includes(id),
  )
  const places = [...(isDraft ? (['draft'] as const) : []), ...(isShown ? (['live'] as const) : [])]
  return places.length ? places : ['earlier']
}

const inDraftOrLive = or(
  eq(releases.draftRevisionId, revisionMedia.revisionId),
  eq(releases.liveRevisionId, revisionMedia.revisionId),
)

/** Returns, for every image shown by a draft or live text, a portrait or a logo, how many of those show it. */
export async function countMediaUses(): Promise<Map<string, number>> {
  const shown = await db
    .selectDistinct({ id: revisionMedia.mediaId, by: releases.id })
    .from(revisionMedia)
    .innerJoin(releases, inDraftOrLive)
    .where(notInTrash('release', releases.id))
  const portraits = await db.select({ id: people.portraitMediaId }).from(people).where(notInTrash('person', people.id))
  const logos = await db
    .select({ id: organisations.logoMediaId })
    .from(organisations)
    .where(notInTrash('organisation', organisations.id))
  const uses = new Map<string, number>()
  for (const { id } of [...shown, ...portraits, ...logos]) if (id) uses.set(id, (uses.get(id) ?? 0) + 1)
  return uses
}

/**
 * Returns the person's portrait, and the images of draft and live texts that have a card of the person or quote them.
 */
export async function listMediaWith(personId: string): Promise<Set<string>> {
  const onCard = db
    .select({ id: revisionPeople.revisionId })
    .from(revisionPeople)
    .where(eq(revisionPeople.personId, personId))
  const quoted = db.select({ id: quotes.revisionId }).from(quotes).where(eq(quotes.personId, personId))
  const shown = await db
    .select({ id: revisionMedia.mediaId })
    .from(revisionMedia)
    .innerJoin(releases, inDraftOrLive)
    .where(or(inArray(revisionMedia.revisionId, onCard), inArray(revisionMedia.revisionId, quoted)))
  const portraits = await db.select({ id: people.portraitMediaId }).from(people).where(eq(people.id, personId))
  return new Set([...shown, ...portraits].map((row) => row.id).filter((id) => id !== null))
}

/** Returns the people that the library can be filtered by, by name, archived ones too. */
export async function listPeopleInMedia(): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(notInTrash('person', people.id))
    .orderBy(asc(people.sortName))
}
