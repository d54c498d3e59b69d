/**
 * The four first steps of a newsroom: its words, a person, a picture and a text. A step is taken by what exists. They are
 * over, for all and for good, when the four are taken or with the first publication.
 */
import { and, asc, eq, isNotNull, isNull, like, lte } from 'drizzle-orm'
import { inLanguage, type Language } from '#lib/locale.ts'
import { db, prepared, type Reader, type Writer, write } from './client.ts'
import { atMost } from './dialect.ts'
import { type Actor, recordEvent } from './events.ts'
import { currentPosition } from './people/positions.ts'
import { getPerson } from './people.ts'
import { type Member, reaches } from './permissions.ts'
import { media } from './schema/library.ts'
import { firstSteps } from './schema/newsroom.ts'
import { people } from './schema/people.ts'
import { releases, revisions } from './schema/releases.ts'
import { deletedReleases } from './schema/trash.ts'
import { users } from './schema/users.ts'
import { notInTrash } from './trash/in-trash.ts'

/** The words every newsroom begins with: a line about it, and who it is. */
const firstWords = ['tagline', 'boilerplate'] as const
type FirstWord = (typeof firstWords)[number]

export interface FirstSteps {
  words: { language: Language; missing: FirstWord[] }
  /** The first of each kind, where there is one. */
  person: { id: string; name: string; role: string; pressContact: boolean } | undefined
  picture: { id: string; name: string } | undefined
  text: { id: string; title: string } | undefined
}

/**
 * Returns how far the newsroom has come with its first steps. Undefined once they are over, and for whoever has put the
 * list away or may not take the steps.
 */
export async function getFirstSteps(member: Member, language: Language, now: Date): Promise<FirstSteps | undefined> {
  if (!reaches(member.role, 'editor')) return undefined
  const [account] = await db.select({ hiddenAt: users.firstStepsHiddenAt }).from(users).where(eq(users.id, member.id))
  if (account?.hiddenAt || (await areOver(db, now))) return undefined
  const found = await readSteps(db)
  if (!found) return undefined
  const { words, personId, picture, text } = found
  const person = personId ? await getPerson(personId) : undefined
  return {
    words,
    person: person && {
      id: person.id,
      name: person.name,
      role: currentPosition(person.positions, language, now)?.role ?? '',
      pressContact: person.pressContact,
    },
    picture: picture && { id: picture.id, name: inLanguage(picture.caption, language) || picture.filename },
    text,
  }
}

/** Whether the first steps are over, for all. */
export const areFirstStepsOver = async (now: Date): Promise<boolean> =>
  (await ended().execute()).length > 0 || areOver(db, now)

const ended = prepared((reader) => reader.select().from(firstSteps).limit(atMost(1)).prepare())

const areOver = async (from: Reader, now: Date): Promise<boolean> =>
  (await hasEnded(from)) || (await wasPublished(from, now)) || (await areTaken(from))

const hasEnded = async (from: Reader): Promise<boolean> => (await from.select().from(firstSteps).limit(1)).length > 0

/** Whether readers have ever been given a text, even one that has been withdrawn or deleted since. */
async function wasPublished(from: Reader, now: Date): Promise<boolean> {
  const [shown] = await from
    .select({ id: releases.id })
    .from(releases)
    .where(and(isNotNull(releases.liveRevisionId), lte(releases.publishAt, now)))
    .limit(1)
  if (shown) return true
  return (await from.select({ id: deletedReleases.id }).from(deletedReleases).limit(1)).length > 0
}

async function areTaken(from: Reader): Promise<boolean> {
  const found = await readSteps(from)
  return Boolean(found && found.words.missing.length === 0 && found.personId && found.picture && found.text)
}

async function readSteps(from: Reader) {
  const newsroom = await from.query.settings.findFirst()
  const language = newsroom?.languages[0]
  if (!newsroom || !language) return undefined
  const [person] = await from
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.archivedAt), notInTrash('person', people.id)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(1)
  const [picture] = await from
    .select({ id: media.id, caption: media.caption, filename: media.filename })
    .from(media)
    .where(and(like(media.mime, 'image/%'), notInTrash('media', media.id)))
    .orderBy(asc(media.createdAt), asc(media.id))
    .limit(1)
  const [text] = await from
    .select({ id: releases.id, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(notInTrash('release', releases.id))
    .orderBy(asc(releases.createdAt), asc(releases.id))
    .limit(1)
  const written = newsroom.texts[language]
  const missing = firstWords.filter((word) => !written?.[word].trim())
  return { words: { language, missing }, personId: person?.id, picture, text }
}

/** Ends the first steps when the four are taken or something has been published; else, and once ended, does nothing. */
export async function endFirstSteps(now: Date): Promise<void> {
  if ((await hasEnded(db)) || !(await areOver(db, now))) return
  await write((tx) => noteFirstSteps(tx, now))
}

/** Does the same inside a change under way, before the change takes a step back. */
export async function noteFirstSteps(tx: Writer, now: Date): Promise<void> {
  if ((await hasEnded(tx)) || !(await areOver(tx, now))) return
  await tx.insert(firstSteps).values({ id: 1, endedAt: now })
  await recordEvent(tx, { actor: null, verb: 'end', noun: 'first-steps', targetId: 'first-steps', now })
}

/** Puts the list of first steps away for one member, or takes it out again. */
export async function hideFirstSteps(isHidden: boolean, { actor, now }: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    await tx
      .update(users)
      .set({ firstStepsHiddenAt: isHidden ? now : null })
      .where(eq(users.id, actor.id))
    const verb = isHidden ? 'hide' : 'show'
    await recordEvent(tx, { actor, verb, noun: 'first-steps', targetId: actor.id, now })
  })
}
