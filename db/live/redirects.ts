/** Finds what an address used to lead to. */
import { and, eq } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { db, type Reader } from '../client.ts'
import { redirects } from '../schema/newsroom.ts'

/** The scope in which a slug belongs to one thing. People have one address in all languages: ''. */
export interface SlugScope {
  noun: (typeof redirects.$inferSelect)['noun']
  language: Language | ''
}

/** Returns the id of what once had this address, without regard to whether readers may see it. */
export async function formerOwner(
  { noun, language }: SlugScope,
  slug: string,
  from: Reader = db,
): Promise<string | undefined> {
  const [row] = await from
    .select({ targetId: redirects.targetId })
    .from(redirects)
    .where(and(eq(redirects.noun, noun), eq(redirects.language, language), eq(redirects.slug, slug)))
  return row?.targetId
}
