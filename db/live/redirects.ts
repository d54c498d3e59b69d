/** Addresses that used to lead somewhere. */
import { and, eq } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { db, type Reader } from '../client.ts'
import { redirects } from '../schema.ts'

/** Within what a slug is one thing's alone. People have one address in all languages: ''. */
export interface SlugScope {
  noun: (typeof redirects.$inferSelect)['noun']
  language: Language | ''
}

/** What once had this address. Says nothing of whether it may be seen. */
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
