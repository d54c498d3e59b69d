/** Finds what an address used to lead to. */
import { and, eq, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { prepared, type Reader } from '../client.ts'
import { redirects } from '../schema/newsroom.ts'

/** The scope in which a slug belongs to one thing. People have one address in all languages: ''. */
export interface SlugScope {
  noun: (typeof redirects.$inferSelect)['noun']
  language: Language | ''
}

/**
 * Returns the id of what once had this address, without regard to whether readers may see it. A change under way passes
 * its transaction, and is told of what it has written itself.
 */
export async function formerOwner(
  { noun, language }: SlugScope,
  slug: string,
  tx?: Reader,
): Promise<string | undefined> {
  const query = tx ? ownerIn(tx) : ownerQuery()
  const [row] = await query.execute({ noun, language, slug })
  return row?.targetId
}

const ownerIn = (reader: Reader) =>
  reader
    .select({ targetId: redirects.targetId })
    .from(redirects)
    .where(
      and(
        eq(redirects.noun, sql.placeholder('noun')),
        eq(redirects.language, sql.placeholder('language')),
        eq(redirects.slug, sql.placeholder('slug')),
      ),
    )
    .prepare()

const ownerQuery = prepared(ownerIn)
