/** Gathers the addresses that readers can press: in live texts, with people, and with the organisations that are shown. */
import { createHash } from 'node:crypto'
import { and, asc, eq, gt, ne, notExists, sql } from 'drizzle-orm'
import { linksIn, type WrittenLink } from '#lib/checks/reading.ts'
import { filmAddress, withoutFragment } from '#lib/document/links.ts'
import { type Document, type Embed, inlineText } from '#lib/document/rich-text.ts'
import { db, type Writer, write } from '../client.ts'
import { live, presented } from '../live/visible.ts'
import { organisations } from '../schema/library.ts'
import { type LinkPlace, linkChecks, linkPlaces } from '../schema/links.ts'
import { people } from '../schema/people.ts'
import { releases, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

/** Few enough that a request need not wait for them. */
const atOnce = 100

/** An address in a text: the words that lead there, and the heading or the title of the box they stand under. */
export interface StandingLink {
  url: string
  words: string
  under: string
}

/** Returns the addresses of a text that can be asked after, films among them, in reading order. */
export function standingLinks(body: Document): StandingLink[] {
  const films = body.content.flatMap((block, index) =>
    block.type === 'embed'
      ? [{ url: filmAddress(block.attrs as Embed['attrs']), words: block.attrs.title, index }]
      : [],
  )
  const links = linksIn({ body }).map(({ href, text, place }) => ({ url: href, words: text, index: topOf(place) }))
  return [...links, ...films]
    .filter(({ url }) => isAskable(url))
    .sort((a, b) => a.index - b.index)
    .map(({ url, words, index }) => ({ url: withoutFragment(url), words, under: headingOver(body, index) }))
}

const topOf = (place: WrittenLink['place']): number => (place.part === 'body' ? (place.path[0] ?? 0) : 0)

const isAskable = (url: string): boolean => /^(https?:|\/(?!\/))/i.test(url)

function headingOver({ content }: Document, index: number): string {
  const block = content[index]
  if (block?.type === 'factBox' && block.attrs.title) return block.attrs.title
  const over = content.slice(0, index).findLast(({ type }) => type === 'heading')
  return over?.type === 'heading' ? inlineText(over.content) : ''
}

type Place = Pick<LinkPlace, 'noun' | 'targetId'> & { urls: string[] }

const liveTexts = (after: string, now: Date) =>
  db
    .select({ id: releases.id, body: revisions.body })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(gt(releases.id, after), live(now), notInTrash('release', releases.id)))
    .orderBy(asc(releases.id))
    .limit(atOnce)

/** Yields all that readers can press, some places at a time. */
async function* pressable(now: Date): AsyncGenerator<Place[]> {
  for (let after = ''; ; ) {
    const texts = await liveTexts(after, now)
    yield texts.map(({ id, body }) => ({
      ...{ noun: 'release', targetId: id },
      urls: standingLinks(body).map(({ url }) => url),
    }))
    after = texts.at(-1)?.id ?? ''
    if (texts.length < atOnce) break
  }
  const persons = await db.select({ id: people.id, links: people.links }).from(people).where(presented(now))
  yield persons.map(({ id, links }) => ({ noun: 'person', targetId: id, urls: links.map(({ url }) => url) }))
  const shown = await db
    .select({ id: organisations.id, url: organisations.url })
    .from(organisations)
    .where(and(ne(organisations.kind, 'partner'), notInTrash('organisation', organisations.id)))
  yield shown.map(({ id, url }) => ({ noun: 'organisation', targetId: id, urls: [url] }))
}

/** Notes which addresses stand where now. One that stands nowhere any more is forgotten, with all that was known of it. */
export async function gatherLinks(now: Date): Promise<void> {
  const seen = new Set<string>()
  const before = Map.groupBy(await db.select().from(linkPlaces), placeKey)
  for await (const places of pressable(now)) {
    const changed = places
      .map((place) => ({ ...place, ids: new Map(place.urls.filter(isAskable).map((url) => idAndUrl(url))) }))
      .filter(({ ids, ...place }) => {
        seen.add(placeKey(place))
        const known = before.get(placeKey(place)) ?? []
        return known.length !== ids.size || known.some(({ linkId }) => !ids.has(linkId))
      })
    if (changed.length > 0)
      await write(async (tx) => {
        for (const place of changed) await rewrite(tx, place)
      })
  }
  const left = [...before].filter(([key]) => !seen.has(key)).flatMap(([, [place]]) => (place ? [place] : []))
  await write(async (tx) => {
    for (const place of left) await rewrite(tx, { ...place, ids: new Map() })
    const standing = tx.select({ one: sql`1` }).from(linkPlaces).where(eq(linkPlaces.linkId, linkChecks.id))
    await tx.delete(linkChecks).where(notExists(standing))
  })
}

const placeKey = ({ noun, targetId }: Pick<LinkPlace, 'noun' | 'targetId'>): string => `${noun} ${targetId}`

function idAndUrl(pressed: string): [id: string, url: string] {
  const url = withoutFragment(pressed)
  return [createHash('sha256').update(url).digest('base64url'), url]
}

async function rewrite(
  tx: Writer,
  { noun, targetId, ids }: Pick<LinkPlace, 'noun' | 'targetId'> & { ids: Map<string, string> },
): Promise<void> {
  await tx.delete(linkPlaces).where(and(eq(linkPlaces.noun, noun), eq(linkPlaces.targetId, targetId)))
  for (const [linkId, url] of ids) {
    await tx.insert(linkChecks).values({ id: linkId, url }).onConflictDoNothing()
    await tx.insert(linkPlaces).values({ noun, targetId, linkId })
  }
}
