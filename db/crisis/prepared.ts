/**
 * Prepares statements for a crisis, and says what they are. A statement is a story like others, which stays a draft until
 * crisis mode is switched on: nothing readers can reach knows it before.
 */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { languages } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Reader, type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { requiredLine } from '../inputs.ts'
import { beginRelease, emptyDraft } from '../releases.ts'
import { type CrisisStatement, crisisPauses, crisisStatements, crisisUpdates } from '../schema/crises.ts'
import { type Release, releases, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

const statementSchema = z.object({ title: requiredLine(200), language: z.enum(languages) })

/**
 * Begins a statement, with the words that most of them have and blanks in them, and returns the id of its release. Refuses
 * one without a headline.
 */
export async function prepareStatement(input: unknown, by: { actor: Actor; now: Date }): Promise<string> {
  const { title, language } = statementSchema.parse(input)
  const words = Object.values(messagesIn(language).crisis['first-words'])
  const body = words.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }))
  const draft = { ...emptyDraft('press'), title, body: { type: 'doc' as const, content: body } }
  const storyId = v7()
  return write(async (tx) => {
    const releaseId = await beginRelease(tx, { storyId, language, draft }, by)
    await tx.insert(crisisStatements).values({ storyId, createdAt: by.now, createdBy: by.actor.id })
    await recordEvent(tx, { ...by, verb: 'prepare', noun: 'crisis', targetId: storyId })
    return releaseId
  })
}

/** Refuses a release that is prepared for a crisis, which goes out by no other way. */
export async function refusePrepared(tx: Writer, { storyId }: Release): Promise<void> {
  const statement = await findStatement(tx, storyId)
  if (statement && !statement.startedAt) throw new Refusal('crisis-prepared')
}

/** Refuses a release that crisis mode is on for. */
export async function refuseWhileOn(tx: Writer, { storyId }: Release): Promise<void> {
  const statement = await findStatement(tx, storyId)
  if (statement && isCrisisOn(statement)) throw new Refusal('crisis-is-on')
}

export const isCrisisOn = ({ startedAt, endedAt }: Pick<CrisisStatement, 'startedAt' | 'endedAt'>): boolean =>
  startedAt !== null && endedAt === null

const findStatement = (from: Reader, storyId: string) =>
  from.query.crisisStatements.findFirst({ where: eq(crisisStatements.storyId, storyId) })

/** Returns a statement. Refuses a story that is none (`unknown-crisis`). */
export async function requireStatement(from: Reader, storyId: string): Promise<CrisisStatement> {
  const statement = await findStatement(from, storyId)
  if (!statement) throw new Refusal('unknown-crisis')
  return statement
}

/** Forgets a statement whose last release has been deleted. */
export async function dropStatement(tx: Writer, { storyId }: Release): Promise<void> {
  if (await tx.query.releases.findFirst({ where: eq(releases.storyId, storyId) })) return
  await tx.delete(crisisUpdates).where(eq(crisisUpdates.storyId, storyId))
  await tx.delete(crisisPauses).where(eq(crisisPauses.storyId, storyId))
  await tx.delete(crisisStatements).where(eq(crisisStatements.storyId, storyId))
}

/** The versions of a statement, each with its headline as it is written now. */
export interface ListedStatement extends CrisisStatement {
  versions: { releaseId: string; language: string; title: string; isWithdrawn: boolean }[]
}

/** Returns every statement, what is on first, then what is prepared, then what is over; without those in the trash. */
export async function listCrisisStatements(): Promise<ListedStatement[]> {
  return statementsFrom(await listQuery().execute()).sort((one, other) => standing(one) - standing(other))
}

const standing = (statement: CrisisStatement) => (isCrisisOn(statement) ? 0 : statement.startedAt ? 2 : 1)

/** Returns one statement; undefined where all of it lies in the trash, or there is none. */
export async function getCrisisStatement(storyId: string): Promise<ListedStatement | undefined> {
  return statementsFrom(await oneQuery().execute({ storyId }))[0]
}

/** Returns the story that crisis mode is on for, since when, and when readers last heard of it. */
export async function getCrisisOn(): Promise<CrisisOn | undefined> {
  const rows = await onQuery().execute()
  const [first] = rows
  if (!first?.startedAt) return undefined
  const { storyId, startedAt, promisedAt } = first
  const updated = rows.flatMap(({ updatedAt }) => (updatedAt ? [Number(updatedAt)] : []))
  return { storyId, startedAt, promisedAt, updatedAt: updated.length ? new Date(Math.max(...updated)) : null }
}

export interface CrisisOn extends Pick<CrisisStatement, 'storyId' | 'promisedAt'> {
  startedAt: Date
  updatedAt: Date | null
}

const on = and(isNotNull(crisisStatements.startedAt), isNull(crisisStatements.endedAt))

const onQuery = prepared((reader) =>
  reader
    .select({
      storyId: crisisStatements.storyId,
      startedAt: crisisStatements.startedAt,
      promisedAt: crisisStatements.promisedAt,
      updatedAt: crisisUpdates.at,
    })
    .from(crisisStatements)
    .leftJoin(crisisUpdates, eq(crisisUpdates.storyId, crisisStatements.storyId))
    .where(on)
    .prepare(),
)

/** Returns what crisis mode is on for, inside a change. */
export const findCrisisOn = async (tx: Writer): Promise<CrisisStatement | undefined> =>
  tx.query.crisisStatements.findFirst({ where: on })

const selectStatements = (reader: Reader) =>
  reader
    .select({
      statement: crisisStatements,
      version: {
        releaseId: releases.id,
        language: releases.language,
        title: revisions.title,
        withdrawnAt: releases.withdrawnAt,
      },
    })
    .from(crisisStatements)
    .innerJoin(releases, and(eq(releases.storyId, crisisStatements.storyId), notInTrash('release', releases.id)))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .$dynamic()

const listQuery = prepared((reader) =>
  selectStatements(reader).orderBy(asc(crisisStatements.createdAt), asc(releases.id)).prepare(),
)

const oneQuery = prepared((reader) =>
  selectStatements(reader)
    .where(eq(crisisStatements.storyId, sql.placeholder('storyId')))
    .orderBy(asc(releases.id))
    .prepare(),
)

function statementsFrom(rows: Awaited<ReturnType<ReturnType<typeof listQuery>['execute']>>): ListedStatement[] {
  const stories = Map.groupBy(rows, ({ statement }) => statement.storyId)
  return [...stories.values()].flatMap((group) => {
    const [first] = group
    const versions = group.map(({ version: { withdrawnAt, ...version } }) => ({
      ...version,
      isWithdrawn: withdrawnAt !== null,
    }))
    return first ? [{ ...first.statement, versions }] : []
  })
}
