/** Makes the files of pictures follow what is said about them. */
import { isDeepStrictEqual } from 'node:util'
import { and, between, eq, gt, inArray, isNull } from 'drizzle-orm'
import { isStoreAway } from '#lib/http/store-answer.ts'
import { kindOf } from '#lib/media/library-item.ts'
import { db, type Writer, write } from '../client.ts'
import { type Media, media } from '../schema/library.ts'
import { announcements } from '../schema/outbox.ts'
import { releases, revisionMedia, revisions } from '../schema/releases.ts'
import { captionsInFiles } from './captions.ts'
import { changeFiles } from './files.ts'
import { tidyFiles, writeStored } from './tidy.ts'

/**
 * Makes the copy for download again with what is said about the image now, writes that into its sizes and faces, and cuts
 * the faces again where the focal point has moved, under new addresses. After two changes at once they show the later one:
 * the row is read when the job's turn comes. While the store is away it marks the row, and the clock does it later.
 */
export async function renewFiles(id: string, now: Date, { isRefocused = false } = {}): Promise<void> {
  await changeFiles(async (files) => {
    const row = await db.query.media.findFirst({ where: eq(media.id, id) })
    if (!row || kindOf(row.mime) !== 'image') return
    const writtenCaption = await captionsInFiles(row, now)
    const renewed = await files.renewImage({ ...row, isRefocused, caption: writtenCaption }).catch(async (error) => {
      if (!isStoreAway(error)) throw error
      if (row.writtenCaption) await write((tx) => markUnwritten(tx, id))
    })
    if (!renewed) return
    await writeStored(files, row, async (tx) => {
      await tx
        .update(media)
        .set({ ...renewed, writtenCaption })
        .where(and(eq(media.id, id), eq(media.hash, row.hash)))
    })
    await tidyFiles(files, row.hash)
  })
}

/** Without a caption that is known to be in its files, a picture is one of those that the clock takes up. */
const markUnwritten = (tx: Writer, id: string) => tx.update(media).set({ writtenCaption: null }).where(eq(media.id, id))

/** How far back the first look goes: a text can have become live while no server ran. */
const firstLook = 24 * 3_600_000
let lookedAt: Date | undefined

/**
 * Makes the files again of pictures whose caption has changed with the texts that show them, since it last looked, and of
 * one picture whose files were made before they carried what is said about it. Throws when files cannot be made; those
 * are left as they are until somebody changes what is said.
 */
export async function renewFilesAfter(
  now: Date,
  since = lookedAt ?? new Date(now.getTime() - firstLook),
): Promise<void> {
  lookedAt = now
  // Whether the focal point of an unmarked one has moved is not known.
  const unmarked = (await listUnmarked()).map(({ id }) => ({ id, isRefocused: true }))
  const stale = [...(await changedSince(since, now)).map(({ id }) => ({ id, isRefocused: false })), ...unmarked]
  const failures: unknown[] = []
  for (const { id, isRefocused } of stale) {
    await renewFiles(id, now, { isRefocused }).catch(async (error) => {
      failures.push(error)
      await write((tx) => tx.update(media).set({ writtenCaption: {} }).where(eq(media.id, id)))
    })
  }
  if (failures.length) throw new AggregateError(failures, 'the files of some pictures could not be made again')
}

/** So many texts are asked for at once. */
const atOnce = 500

/** Returns the pictures of texts that have changed, or become live, whose files carry another caption than they should. */
async function changedSince(since: Date, now: Date): Promise<Pick<Media, 'id'>[]> {
  const changed = await releasesChangedSince(since, now)
  const stale: Pick<Media, 'id'>[] = []
  for (let from = 0; from < changed.length; from += atOnce) {
    const used = db
      .select({ id: revisionMedia.mediaId })
      .from(revisions)
      .innerJoin(revisionMedia, eq(revisionMedia.revisionId, revisions.id))
      .where(inArray(revisions.releaseId, changed.slice(from, from + atOnce)))
    const shown = await db
      .select({ id: media.id, caption: media.caption, writtenCaption: media.writtenCaption })
      .from(media)
      .where(and(inArray(media.id, used), gt(media.width, 0)))
    for (const { writtenCaption, ...image } of shown) {
      if (writtenCaption && !isDeepStrictEqual(await captionsInFiles(image, now), writtenCaption)) stale.push(image)
    }
  }
  return stale
}

/** Returns the texts that somebody has changed, and those whose moment has come. Both are found by an index. */
async function releasesChangedSince(since: Date, now: Date): Promise<string[]> {
  const written = await db
    .select({ id: releases.id })
    .from(releases)
    .where(between(releases.updatedAt, since, now))
  const shown = await db
    .select({ id: announcements.releaseId })
    .from(announcements)
    .where(between(announcements.at, since, now))
  return [...new Set([...written, ...shown].map(({ id }) => id))]
}

const listUnmarked = (): Promise<Pick<Media, 'id'>[]> =>
  db
    .select({ id: media.id })
    .from(media)
    .where(and(isNull(media.writtenCaption), gt(media.width, 0)))
    .limit(1)
