/** Tells what lies in the trash. Whatever lists things, for readers or in the studio, leaves it out. */
import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader } from '../client.ts'
import type { AnyColumn } from '../dialect.ts'
import { trash } from '../schema/trash.ts'
import type { TrashNoun } from '../types.ts'

/**
 * The predicate for things that do not lie in the trash, by the column with their ids. Its own columns are written out:
 * where a query is made by relations, Drizzle takes every column for one of the table that is asked.
 */
export const notInTrash = (noun: TrashNoun, id: AnyColumn) =>
  sql`NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = ${noun} AND trash.target_id = ${id})`

/** Returns since when something lies in the trash, and when it is deleted; undefined where it does not. */
export async function trashedSince(
  noun: TrashNoun,
  id: string,
  from: Reader = db,
): Promise<{ at: Date; emptyAt: Date } | undefined> {
  const [row] = await from
    .select({ at: trash.at, emptyAt: trash.emptyAt })
    .from(trash)
    .where(and(eq(trash.noun, noun), eq(trash.targetId, id)))
  return row
}

/** Refuses a change of what lies in the trash (`in-trash`): it is restored first. */
export async function refuseTrashed(from: Reader, noun: TrashNoun, id: string): Promise<void> {
  if (await trashedSince(noun, id, from)) throw new Refusal('in-trash')
}

/** Forgets that something lies in the trash, inside the change that restores or deletes it. */
export async function takeFromTrash(tx: Reader, noun: TrashNoun, id: string): Promise<void> {
  await tx.delete(trash).where(and(eq(trash.noun, noun), eq(trash.targetId, id)))
}
