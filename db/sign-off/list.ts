/** Tells whom a text has been sent to for a yes, and what each has said of the words it has now. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Anchor, anchorAt } from '#lib/document/comment-anchor.ts'
import { type ReadQuote, type ShownSpeaker, unsignedPlaces } from '#lib/document/signed-words.ts'
import { db } from '../client.ts'
import { readDraft } from '../releases/drafts.ts'
import { getDraft } from '../releases/revisions.ts'
import { type Release, releases } from '../schema/releases.ts'
import { type Answer, signOffAnswers, signOffs } from '../schema/sign-offs.ts'
import { users } from '../schema/users.ts'
import { textHash } from './answers.ts'
import type { OpenSignOff } from './links.ts'
import { registeredIn, shownPeopleIn } from './speakers.ts'

type QuoteAnswer = Pick<Answer, 'id' | 'answer' | 'reason' | 'at'> & { anchor: Anchor; quote: ReadQuote }

export type WholeAnswer = Pick<Answer, 'answer' | 'reason' | 'at'> & { changed: Anchor[] | null }

export interface SignOffFacts {
  id: string
  name: string
  /** Whose quotes it is about; null for the whole text. */
  personId: string | null
  /** How the register presents them to readers now; null where it does not know them. */
  registered: ShownSpeaker | null
  /** Whether there is an address for reminders. */
  hasEmail: boolean
  createdAt: Date
  madeBy: string
  expiresAt: Date
  revokedAt: Date | null
  remindedAt: Date | null
  /** The answers to quotes that hold. Where each stands follows from the text. */
  answers: QuoteAnswer[]
  /** The answer to the whole text, and what has been written since: null where they are the very words. */
  whole: WholeAnswer | null
}

/** Returns everybody who has been asked about a text, in the order they were asked. */
export async function listSignOffs(releaseId: string, now: Date): Promise<SignOffFacts[]> {
  const rows = await db
    .select({ asked: signOffs, madeBy: users.name, release: releases })
    .from(signOffs)
    .innerJoin(releases, eq(releases.id, signOffs.releaseId))
    .innerJoin(users, eq(users.id, signOffs.createdBy))
    .where(eq(signOffs.releaseId, releaseId))
    .orderBy(asc(signOffs.id))
  const [first] = rows
  if (!first) return []
  const ids = rows.map(({ asked }) => asked.id)
  const held = await db
    .select()
    .from(signOffAnswers)
    .where(and(inArray(signOffAnswers.signOffId, ids), isNull(signOffAnswers.replacedAt)))
    .orderBy(asc(signOffAnswers.at), asc(signOffAnswers.id))
  const personIds = rows.flatMap(({ asked }) => asked.personId ?? [])
  const registered = await registeredIn(first.release, personIds, now)
  return Promise.all(
    rows.map(async ({ asked, madeBy, release }) => {
      const own = held.filter(({ signOffId }) => signOffId === asked.id)
      const { id, name, personId, createdAt, expiresAt, revokedAt, remindedAt } = asked
      return {
        ...{ id, name, personId, createdAt, madeBy, expiresAt, revokedAt, remindedAt },
        registered: registered.get(personId ?? '') ?? null,
        hasEmail: asked.email !== '',
        answers: own.flatMap(({ id, answer, quote, reason, at, anchor }) =>
          anchor && quote ? [{ id, answer, quote, reason, at, anchor }] : [],
        ),
        whole: await wholeAnswer(
          release,
          own.findLast(({ anchor }) => !anchor),
          now,
        ),
      }
    }),
  )
}

/** Returns what somebody has answered to the whole text, and what of it has been written since. */
export async function getWholeAnswer({ id, releaseId }: OpenSignOff, now: Date): Promise<WholeAnswer | null> {
  const held = and(eq(signOffAnswers.signOffId, id), isNull(signOffAnswers.replacedAt), isNull(signOffAnswers.anchor))
  const [release, answer] = await Promise.all([
    db.query.releases.findFirst({ where: eq(releases.id, releaseId) }),
    db.query.signOffAnswers.findFirst({ where: held }),
  ])
  return release ? wholeAnswer(release, answer, now) : null
}

async function wholeAnswer(release: Release, answer: Answer | undefined, now: Date): Promise<WholeAnswer | null> {
  if (!answer) return null
  const { answer: said, reason, at, hash, revisionId, presented } = answer
  const draft = (await getDraft(release.id))?.draft
  const shown = draft && presented && (await shownPeopleIn(release, draft, now))
  const then = draft && textHash(draft, shown ?? null) !== hash ? await readDraft(db, revisionId) : undefined
  if (!draft || !then) return { answer: said, reason, at, changed: null }
  const places = unsignedPlaces(
    { ...draft, presented: shown ?? undefined },
    { ...then, presented: presented ?? undefined },
  )
  return { answer: said, reason, at, changed: places.flatMap((place) => anchorAt(draft, place) ?? []) }
}
