/**
 * A newsroom with any number of releases, the same each time: for measuring how pages and search fare when it grows. Rows are
 * written in bulk, past the newsroom's verbs, and the readers' search is then indexed in bulk too; the studio's is not.
 */

import { write } from '#db/client.ts'
import { rebuildSearch } from '#db/engine/search.ts'
import { type Connection, connections } from '#db/sqlite/connections.ts'
import { kinds } from '#db/types.ts'
import { slugify } from '#lib/slug.ts'
import { names, type Words, words } from './newsroom-words.ts'

/** The same numbers from the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const throwDice = dice(20_261_117)
const below = (most: number) => Math.floor(throwDice() * most)
/** What stands early comes often, as words do. */
const often = <T>(list: T[]): T => list[Math.floor(throwDice() ** 2 * list.length)] as T
const any = <T>(list: T[]): T => list[below(list.length)] as T
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const id = (kind: string, number: number) => `01f00000-${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`

function filled(pattern: string, of: Words): string {
  const made = new Map([
    ['A', () => often(of.adjectives)],
    ['C', () => of.join(often(of.first), often(of.second))],
    ['N', () => often(of.second)],
    ['V', () => often(of.verbs)],
    ['P', () => often(of.places)],
    ['#', () => String(1 + below(900))],
  ])
  return capital(pattern.replace(/\b[ACNVP]\b|#/g, (letter) => made.get(letter)?.() ?? letter))
}

const paragraph = (of: Words, sentences: number) =>
  Array.from({ length: sentences }, () => filled(often(of.sentences), of)).join(' ')

const textNode = (text: string) => [{ type: 'text', text }]

/** A quarter are in English, as versions of the Swedish one before them. */
const isTranslation = (number: number) => number % 4 === 3

const yearsBack = 10
const peopleMade = 300

/**
 * Adds so many releases, each with one or two quotes, over the ten years before `now`, and people who say something. Refuses a
 * newsroom without topics.
 */
export async function addManyReleases(count: number, { now }: { now: Date }): Promise<void> {
  await write(async () => {
    const { writing } = connections()
    // A live revision takes no more parts, so the release, which makes it live, is written last.
    writing.pragma('defer_foreign_keys = ON')
    const topics = writing.prepare<[], string>('SELECT id FROM topics ORDER BY id').pluck().all()
    if (topics.length === 0) throw new Error('the newsroom has no topics')
    const people = addPeople(writing, now)
    addReleases(writing, { count, now, topics, people })
    // All of it is entered below.
    writing.exec('DELETE FROM search_dirty; UPDATE edition SET number = number + 1')
  })
  await rebuildSearch()
}

function addPeople(writing: Connection, now: Date): string[] {
  const insert = writing.prepare(`
    INSERT INTO people (id, name, sort_name, slug, links, short_bio, long_bio, speaks, portrait_alt, created_at)
    VALUES (?, ?, ?, ?, '[]', ?, '{}', '["sv"]', '{}', ?)`)
  return Array.from({ length: peopleMade }, (_, number) => {
    const personId = id('aaaa', number)
    const given = any(names.given)
    const family = any(names.family) + any(names.ending)
    const slug = `${slugify(`${given} ${family}`)}-${number}`
    const bio = JSON.stringify({ sv: filled('Arbetar med C och N i P.', words.sv as Words) })
    insert.run(personId, `${given} ${family}`, `${family}, ${given}`, slug, bio, now.getTime())
    return personId
  })
}

function addReleases(
  writing: Connection,
  { count, now, topics, people }: { count: number; now: Date; topics: string[]; people: string[] },
) {
  const revision = writing.prepare(`
    INSERT INTO revisions (id, release_id, number, reason, kind, title, slug, lead, body, place, byline, summary, created_at, saved_at)
    VALUES (?, ?, 1, 'publish', ?, ?, ?, ?, ?, ?, '', '', ?, ?)`)
  const release = writing.prepare(`
    INSERT INTO releases (id, story_id, language, slug, draft_revision_id, live_revision_id, draft_version, publish_at, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`)
  const topic = writing.prepare('INSERT INTO revision_topics (revision_id, topic_id, position) VALUES (?, ?, ?)')
  const quote = writing.prepare('INSERT INTO quotes (revision_id, position, person_id, text) VALUES (?, ?, ?, ?)')
  const card = writing.prepare(
    "INSERT INTO revision_people (revision_id, person_id, role, organisation, position) VALUES (?, ?, '', '', 0)",
  )
  const step = (yearsBack * 365 * 86_400_000) / count
  for (let number = 0; number < count; number++) {
    const language = isTranslation(number) ? 'en' : 'sv'
    const of = words[language] as Words
    const title = filled(any(of.titles), of)
    const slug = `${slugify(title)}-${number}`
    const at = Math.round(now.getTime() - step * (count - number))
    const lead = Array.from({ length: 1 + below(3) }, () => filled(any(of.sentences), of))
    const said = Array.from({ length: 1 + below(2) }, () => ({ personId: often(people), text: paragraph(of, 2) }))
    const narration = Array.from({ length: 4 + below(5) }, () => ({
      type: 'paragraph',
      content: textNode(paragraph(of, 3 + below(3))),
    }))
    const quoted = said.map(({ personId, text }) => ({ type: 'quote', attrs: { personId }, content: textNode(text) }))
    const body = JSON.stringify({ type: 'doc', content: [...narration.slice(0, 2), ...quoted, ...narration.slice(2)] })
    const [releaseId, revisionId] = [id('bbbb', number), id('cccc', number)]
    const kind = often([...kinds])
    revision.run(revisionId, releaseId, kind, title, slug, JSON.stringify(lead), body, any(of.places), at, at)
    const about = new Set([often(topics), any(topics)])
    for (const [position, topicId] of [...about].entries()) topic.run(revisionId, topicId, position)
    for (const [position, { personId, text }] of said.entries()) quote.run(revisionId, position, personId, text)
    card.run(revisionId, any(people))
    const storyId = id('dddd', isTranslation(number) ? number - 1 : number)
    release.run(releaseId, storyId, language, slug, revisionId, revisionId, at, at, at)
  }
}
