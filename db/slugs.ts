/** Gives out addresses: each belongs to one thing, and one that readers have had redirects for ever. */
import { and, eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { freeSlug, slugify } from '#lib/slug.ts'
import type { Writer } from './client.ts'
import { formerOwner, type SlugScope } from './live/redirects.ts'
import { redirects } from './schema/newsroom.ts'

/** The form of a slug that somebody has chosen; empty when nobody has. */
export const slugForm = /^([a-z0-9]+(-[a-z0-9]+)*)?$/

/** The thing that has an address, or is about to get one. */
export interface SlugOwner extends SlugScope {
  id: string
}

export interface SlugClaim {
  /** The address somebody chose, and the field of the form in which they did. */
  chosen?: { slug: string; field: string }
  /** The owner's present address, which stays where none is chosen. */
  current: string | null | undefined
  /** The text that an address is made from where there is none. */
  title: string
  /** Whether something else has the address now. Former addresses are looked up here. */
  isTakenNow: (slug: string) => Promise<boolean>
}

/**
 * Returns the address that an owner would get, and changes nothing. Refuses a chosen one that something else has or used
 * to have (`slug-taken`); one made from the title becomes the next free one, and then stays.
 */
export async function findSlug(
  tx: Writer,
  owner: SlugOwner,
  { chosen, current, title, isTakenNow }: SlugClaim,
): Promise<string> {
  const isTaken = async (slug: string) => {
    if (await isTakenNow(slug)) return true
    const former = await formerOwner(owner, slug, tx)
    return former !== undefined && former !== owner.id
  }
  if (!chosen?.slug && current) return current
  if (chosen?.slug && (await isTaken(chosen.slug))) throw new Refusal('slug-taken', { field: chosen.field })
  return chosen?.slug || (await freeSlug(slugify(title), isTaken))
}

/** Returns the address of an owner, inside the change that stores it. Refuses what `findSlug` refuses. */
export async function claimSlug(tx: Writer, owner: SlugOwner, claim: SlugClaim): Promise<string> {
  const slug = await findSlug(tx, owner, claim)
  // The address may have been a former one of the same owner: then it no longer redirects.
  const { noun, language } = owner
  await tx
    .delete(redirects)
    .where(and(eq(redirects.noun, noun), eq(redirects.language, language), eq(redirects.slug, slug)))
  return slug
}

/** Makes an address that readers have been given redirect to its owner. */
export async function leaveRedirect(tx: Writer, owner: SlugOwner, slug: string, now: Date): Promise<void> {
  const { noun, language, id } = owner
  await tx.insert(redirects).values({ noun, language, slug, targetId: id, createdAt: now }).onConflictDoNothing()
}

/** Frees every address that redirects to something that is about to be deleted. */
export async function dropRedirects(tx: Writer, { noun, id }: Pick<SlugOwner, 'noun' | 'id'>): Promise<void> {
  await tx.delete(redirects).where(and(eq(redirects.noun, noun), eq(redirects.targetId, id)))
}
