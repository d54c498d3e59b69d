/** Finds what an address used to lead to. */
import { and, eq } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { db } from './client.ts'
import { redirects } from './schema/newsroom.ts'

type Noun = (typeof redirects.$inferSelect)['noun']

/**
 * Returns the id of what once had this address, without regard to whether readers may see it. People have one address
 * in all languages: ''.
 */
export async function formerOwner(noun: Noun, language: Language | '', slug: string): Promise<string | undefined> {
  const [row] = await db
    .select({ targetId: redirects.targetId })
    .from(redirects)
    .where(and(eq(redirects.noun, noun), eq(redirects.language, language), eq(redirects.slug, slug)))
  return row?.targetId
}
