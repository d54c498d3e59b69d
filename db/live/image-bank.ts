/** The image bank: every image that live releases show, for journalists to download. */
import { and, asc, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../client.ts'
import { media } from '../schema/library.ts'
import { releases, revisionMedia, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { imagesById, type LiveImage } from './media.ts'
import { live, type Visit } from './visible.ts'

export interface BankImage {
  image: LiveImage
  /** The title of the latest release that shows the image. */
  title: string
  slug: string
}

/** How many releases and uses the bank goes back. Older images are found with their releases. */
const [maxReleases, maxUses] = [5_000, 1_500]

/**
 * Returns the images of releases in the reader's language, each once, under the latest release that shows it; and how
 * many there are.
 */
export async function listBankImages(
  visit: Visit,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ images: BankImage[]; total: number }> {
  const uses = new Map<string, { revisionId: string; slug: string | null }>()
  for (const { mediaId, ...use } of await latestUses(visit)) {
    if (!uses.has(mediaId)) uses.set(mediaId, use)
  }
  const page = [...uses].slice(offset, offset + limit)
  const [images, titles] = await Promise.all([
    imagesById(
      page.map(([id]) => id),
      visit.language,
    ),
    titlesOf(page.map(([, { revisionId }]) => revisionId)),
  ])
  const shown = page.flatMap(([id, { revisionId, slug }]) => {
    const [image, title] = [images.get(id), titles.get(revisionId)]
    return image && title !== undefined && slug ? [{ image, title, slug }] : []
  })
  return { images: shown, total: uses.size }
}

/** Returns which release shows which image, latest first. */
async function latestUses(visit: Visit) {
  const latest = db
    .select({
      id: releases.id,
      slug: releases.slug,
      revisionId: releases.liveRevisionId,
      publishAt: releases.publishAt,
    })
    .from(releases)
    .where(and(live(visit.now), eq(releases.language, visit.language), isNotNull(releases.slug)))
    .orderBy(desc(releases.publishAt), desc(releases.id))
    .limit(maxReleases)
    .as('latest')
  return db
    .select({ mediaId: media.id, slug: latest.slug, revisionId: revisionMedia.revisionId })
    .from(latest)
    .innerJoin(revisionMedia, eq(revisionMedia.revisionId, latest.revisionId))
    .innerJoin(media, and(eq(media.id, revisionMedia.mediaId), gt(media.width, 0), notInTrash('media', media.id)))
    .orderBy(desc(latest.publishAt), desc(latest.id), asc(media.id))
    .limit(maxUses)
}

async function titlesOf(revisionIds: string[]): Promise<Map<string, string>> {
  if (revisionIds.length === 0) return new Map()
  const rows = await db
    .select({ id: revisions.id, title: revisions.title })
    .from(revisions)
    .where(inArray(revisions.id, revisionIds))
  return new Map(rows.map(({ id, title }) => [id, title]))
}
