/** Knows what things are called, for the audit log: it keeps the name that a thing had when something was done to it. */
import { asc, eq } from 'drizzle-orm'
import { inLanguage, rootLanguage } from '#lib/locale.ts'
import type { Reader } from '../client.ts'
import { crisisUpdates } from '../schema/crises.ts'
import { duties } from '../schema/duties.ts'
import { embargoLinks } from '../schema/embargoes.ts'
import { media, organisations } from '../schema/library.ts'
import { linkChecks } from '../schema/links.ts'
import { people } from '../schema/people.ts'
import { questions } from '../schema/questions.ts'
import { previewLinks, releases, revisions } from '../schema/releases.ts'
import { signOffs } from '../schema/sign-offs.ts'
import { seriesTexts, topicTexts } from '../schema/subjects.ts'
import { users } from '../schema/users.ts'

/** Returns what a thing is called now, or null for one that is gone and for what has no name. */
export async function nameOf(tx: Reader, noun: string, id: string): Promise<string | null> {
  return Object.hasOwn(names, noun) ? ((await names[noun as keyof typeof names](tx, id)) ?? null) : null
}

const names = {
  async release(tx: Reader, id: string) {
    const [row] = await tx
      .select({ title: revisions.title })
      .from(releases)
      .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
      .where(eq(releases.id, id))
    return row?.title
  },
  person: async (tx: Reader, id: string) =>
    (await tx.query.people.findFirst({ where: eq(people.id, id), columns: { name: true } }))?.name,
  media: async (tx: Reader, id: string) =>
    (await tx.query.media.findFirst({ where: eq(media.id, id), columns: { filename: true } }))?.filename,
  async organisation(tx: Reader, id: string) {
    const row = await tx.query.organisations.findFirst({ where: eq(organisations.id, id), columns: { name: true } })
    return row && inLanguage(row.name, rootLanguage)
  },
  topic: async (tx: Reader, id: string) =>
    namedIn(await tx.select().from(topicTexts).where(eq(topicTexts.subjectId, id))),
  series: async (tx: Reader, id: string) =>
    namedIn(await tx.select().from(seriesTexts).where(eq(seriesTexts.subjectId, id))),
  user: async (tx: Reader, id: string) =>
    (await tx.query.users.findFirst({ where: eq(users.id, id), columns: { name: true } }))?.name,
  'mail-choices': (tx: Reader, userId: string) => names.user(tx, userId),
  'calendar-link': (tx: Reader, userId: string) => names.user(tx, userId),
  'sign-off': async (tx: Reader, id: string) =>
    (await tx.query.signOffs.findFirst({ where: eq(signOffs.id, id), columns: { name: true } }))?.name,
  /** By its number: the log is kept for good, and what was asked is not. */
  async question(tx: Reader, id: string) {
    const found = await tx.query.questions.findFirst({ where: eq(questions.id, id), columns: { number: true } })
    return found && String(found.number)
  },
  async duty(tx: Reader, id: string) {
    const [row] = await tx
      .select({ name: people.name })
      .from(duties)
      .innerJoin(people, eq(people.id, duties.personId))
      .where(eq(duties.id, id))
    return row?.name
  },
  async crisis(tx: Reader, storyId: string) {
    const [row] = await tx
      .select({ title: revisions.title })
      .from(releases)
      .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
      .where(eq(releases.storyId, storyId))
      .orderBy(asc(releases.createdAt), asc(releases.id))
      .limit(1)
    return row?.title
  },
  async 'crisis-update'(tx: Reader, id: string): Promise<string | null | undefined> {
    const row = await tx.query.crisisUpdates.findFirst({ where: eq(crisisUpdates.id, id), columns: { storyId: true } })
    return row && names.crisis(tx, row.storyId)
  },
  link: async (tx: Reader, id: string) =>
    (await tx.query.linkChecks.findFirst({ where: eq(linkChecks.id, id), columns: { url: true } }))?.url,
  'embargo-link': async (tx: Reader, id: string) =>
    (await tx.query.embargoLinks.findFirst({ where: eq(embargoLinks.id, id), columns: { name: true } }))?.name,
  'preview-link': async (tx: Reader, id: string) =>
    (await tx.query.previewLinks.findFirst({ where: eq(previewLinks.id, id), columns: { name: true } }))?.name,
}

const namedIn = (rows: { language: string; name: string }[]) =>
  rows.length ? inLanguage(Object.fromEntries(rows.map(({ language, name }) => [language, name])), rootLanguage) : null
