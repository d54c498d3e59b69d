/** The image bank: every image that live releases show, for journalists to download. */
import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { documentForReaders } from '#lib/document/for-readers.ts'
import { type Image, imagesIn } from '#lib/document/rich-text.ts'
import { prepared } from '../client.ts'
import { among, atMost } from '../dialect.ts'
import { media } from '../schema/library.ts'
import { releases, revisionMedia, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { imagesById, type LiveImage } from './media.ts'
import { asked, live, readImmutable, type Visit } from './visible.ts'

export interface BankImage {
  image: LiveImage
  /** How the latest release that shows the image uses it, with its title and address. */
  use: Image['attrs'] | undefined
  /** Which of the release's images it is; 0 is the hero. */
  place: number
  title: string
  slug: string
  publishAt: Date
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
  const uses = await latestUseOfEach(visit)
  return { images: await withUses([...uses].slice(offset, offset + limit), visit), total: uses.size }
}

/** Returns those of some images that are in the bank, in the order of the bank. */
export async function findBankImages(ids: string[], visit: Visit): Promise<BankImage[]> {
  const wanted = new Set(ids)
  const uses = await latestUseOfEach(visit)
  return withUses(
    [...uses].filter(([id]) => wanted.has(id)),
    visit,
  )
}

interface LatestUse {
  revisionId: string
  slug: string | null
  publishAt: Date | null
}

async function latestUseOfEach(visit: Visit): Promise<Map<string, LatestUse>> {
  const uses = new Map<string, LatestUse>()
  for (const { mediaId, ...use } of await usesQuery().execute({ ...visit })) {
    if (!uses.has(mediaId)) uses.set(mediaId, use)
  }
  return uses
}

async function withUses(uses: [id: string, use: LatestUse][], visit: Visit): Promise<BankImage[]> {
  const [images, words] = await Promise.all([
    imagesById(
      uses.map(([id]) => id),
      visit.language,
    ),
    wordsOf(uses.map(([, { revisionId }]) => revisionId)),
  ])
  return uses.flatMap(([id, { revisionId, slug, publishAt }]) => {
    const [image, said] = [images.get(id), words.get(revisionId)]
    if (!image || !said || !slug || !publishAt) return []
    const all = [said.hero, ...imagesIn(said.body)]
    const place = all.findIndex((one) => one?.mediaId === id)
    return [{ image, use: all[place] ?? undefined, place, title: said.title, slug, publishAt }]
  })
}

/** Which release shows which image, latest first. */
const usesQuery = prepared((reader) => {
  const latest = reader
    .select({
      id: releases.id,
      slug: releases.slug,
      revisionId: releases.liveRevisionId,
      publishAt: releases.publishAt,
    })
    .from(releases)
    .where(and(live(asked.now), eq(releases.language, asked.language), isNotNull(releases.slug)))
    .orderBy(desc(releases.publishAt), desc(releases.id))
    .limit(atMost(maxReleases))
    .as('latest')
  return reader
    .select({
      mediaId: media.id,
      slug: latest.slug,
      publishAt: latest.publishAt,
      revisionId: revisionMedia.revisionId,
    })
    .from(latest)
    .innerJoin(revisionMedia, eq(revisionMedia.revisionId, latest.revisionId))
    .innerJoin(media, and(eq(media.id, revisionMedia.mediaId), gt(media.width, 0), notInTrash('media', media.id)))
    .orderBy(desc(latest.publishAt), desc(latest.id), asc(media.id))
    .limit(atMost(maxUses))
    .prepare()
})

async function wordsOf(revisionIds: string[]) {
  if (revisionIds.length === 0) return new Map()
  const rows = await readImmutable(() => wordsQuery().execute({ revisionIds }))
  return new Map(rows.map((row) => [row.id, { ...row, body: documentForReaders(row.body) }]))
}

const wordsQuery = prepared((reader) =>
  reader
    .select({ id: revisions.id, title: revisions.title, hero: revisions.hero, body: revisions.body })
    .from(revisions)
    .where(among(revisions.id, sql.placeholder('revisionIds')))
    .prepare(),
)
