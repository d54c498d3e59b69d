/** The pictures journalists may take: those that what readers can see shows now. */
import { aliasedTable, and, asc, count, desc, eq, gt, isNotNull, notExists, or } from 'drizzle-orm'
import { db } from './client.ts'
import { live, type Visit } from './live.ts'
import { imageColumns, imageFrom, type LiveImage } from './live-media.ts'
import { media, releases, revisionMedia, revisions } from './schema.ts'

export interface BankImage {
  image: LiveImage
  /** The latest release that shows it. */
  title: string
  slug: string
}

const [laterUse, later] = [aliasedTable(revisionMedia, 'later_use'), aliasedTable(releases, 'later')]

/** Pictures of releases in the reader's language, each by the latest that shows it. */
const shown = (visit: Visit) =>
  and(
    live(visit.now),
    eq(releases.language, visit.language),
    isNotNull(releases.slug),
    gt(media.width, 0),
    notExists(
      db
        .select({ id: later.id })
        .from(laterUse)
        .innerJoin(revisions, eq(revisions.id, laterUse.revisionId))
        .innerJoin(later, and(eq(later.id, revisions.releaseId), eq(later.liveRevisionId, revisions.id)))
        .where(
          and(
            eq(laterUse.mediaId, media.id),
            eq(later.language, visit.language),
            live(visit.now, later),
            or(
              gt(later.publishAt, releases.publishAt),
              and(eq(later.publishAt, releases.publishAt), gt(later.id, releases.id)),
            ),
          ),
        ),
    ),
  )

/** Pictures of the latest releases first. */
export async function listBankImages(
  visit: Visit,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<BankImage[]> {
  const text = aliasedTable(revisions, 'text')
  const rows = await db
    .select({ image: imageColumns, title: text.title, slug: releases.slug })
    .from(releases)
    .innerJoin(text, eq(text.id, releases.liveRevisionId))
    .innerJoin(revisionMedia, eq(revisionMedia.revisionId, releases.liveRevisionId))
    .innerJoin(media, eq(media.id, revisionMedia.mediaId))
    .where(shown(visit))
    .orderBy(desc(releases.publishAt), desc(releases.id), asc(media.id))
    .limit(limit)
    .offset(offset)
  return rows.flatMap(({ image, title, slug }) =>
    slug ? [{ image: imageFrom(image, visit.language), title, slug }] : [],
  )
}

export async function countBankImages(visit: Visit): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(releases)
    .innerJoin(revisionMedia, eq(revisionMedia.revisionId, releases.liveRevisionId))
    .innerJoin(media, eq(media.id, revisionMedia.mediaId))
    .where(shown(visit))
  return row?.total ?? 0
}
