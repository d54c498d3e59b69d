import { and, desc, eq } from 'drizzle-orm'
import { imagesIn } from '#lib/document/rich-text.ts'
import type { Localized } from '#lib/locale.ts'
import { db } from '../client.ts'
import { live } from '../live/visible.ts'
import type { Media } from '../schema/library.ts'
import { releases, revisionMedia, revisions } from '../schema/releases.ts'

const maxUses = 20

/** Returns a text in the languages that have words for it. */
export const spoken = (texts: Localized): Localized =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim()))

/**
 * Returns the caption that the copies of a picture carry: the library's, and in a language that has none, the one under
 * the picture in the latest text that readers see.
 */
export async function captionsInFiles({ id, caption }: Pick<Media, 'id' | 'caption'>, now: Date): Promise<Localized> {
  const said = spoken(caption)
  const uses = await db
    .select({ language: releases.language, hero: revisions.hero, body: revisions.body })
    .from(revisionMedia)
    .innerJoin(releases, eq(releases.liveRevisionId, revisionMedia.revisionId))
    .innerJoin(revisions, eq(revisions.id, revisionMedia.revisionId))
    .where(and(eq(revisionMedia.mediaId, id), live(now)))
    .orderBy(desc(releases.publishAt), desc(releases.id))
    .limit(maxUses)
  for (const { language, hero, body } of uses) {
    const use = [hero, ...imagesIn(body)].find((one) => one?.mediaId === id && one.caption.trim())
    if (use) said[language] ??= use.caption.trim()
  }
  return said
}
