/**
 * Stubs: people, organisations, topics and series that were added where a text needed them, with the least that had to be
 * known. What was left for later is told until it is there.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Gap, StubNoun } from '#lib/gaps.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import type { AnyColumn, AnyTable } from '../dialect.ts'
import { gapsOfPerson } from '../people/gaps.ts'
import { listPositions } from '../people/positions.ts'
import { type Organisation, organisations } from '../schema/library.ts'
import { settings } from '../schema/newsroom.ts'
import { people } from '../schema/people.ts'
import { listSeriesNames, seriesKind } from '../series.ts'
import { listSubjectNames, type Subject, subjectName } from '../subjects.ts'
import { topicKind } from '../topics.ts'
import { notInTrash } from '../trash/in-trash.ts'

export interface Stub {
  noun: StubNoun
  id: string
  name: string
  gaps: Gap[]
}

/** Returns the stubs that lack something, the latest first: none that are archived or in the trash. */
export async function listStubs(language: Language, now: Date): Promise<Stub[]> {
  const [there] = await kindsQuery().execute()
  const languages = there?.languages ?? [language]
  const [stubPeople, stubOrganisations, topics, series] = await Promise.all([
    there?.people ? peopleQuery().execute() : [],
    there?.organisations ? organisationsQuery().execute() : [],
    there?.topics ? listSubjectNames(topicKind) : [],
    there?.series ? listSeriesNames() : [],
  ])
  const positions = await listPositions(stubPeople.map(({ id }) => id))
  const subjects = (noun: 'topic' | 'series', all: Subject[]): Stub[] =>
    all
      .filter(({ stub }) => stub)
      .map((one) => ({ noun, id: one.id, name: subjectName(one, language), gaps: gapsOfSubject(one, languages) }))
  const stubs: Stub[] = [
    ...stubPeople.map((person) => ({
      noun: 'person' as const,
      id: person.id,
      name: person.name,
      gaps: gapsOfPerson({ ...person, positions: positions.get(person.id) ?? [] }, languages, now),
    })),
    ...stubOrganisations.map((one) => ({
      noun: 'organisation' as const,
      id: one.id,
      name: inLanguage(one.name, language),
      gaps: gapsOfOrganisation(one),
    })),
    ...subjects('topic', topics),
    ...subjects('series', series),
  ]
  // Ids begin with the moment they were made.
  return stubs.filter(({ gaps }) => gaps.length > 0).sort((a, b) => (a.id < b.id ? 1 : -1))
}

const anyStub = (table: AnyTable & { stub: AnyColumn }) =>
  sql<number>`EXISTS (SELECT 1 FROM ${table} WHERE ${eq(table.stub, true)})`

/** Of which kinds there are any: of most there are none, and those are not gone through. The newsroom's languages go along. */
const kindsQuery = prepared((reader) =>
  reader
    .select({
      languages: settings.languages,
      people: anyStub(people),
      organisations: anyStub(organisations),
      topics: anyStub(topicKind.subjects),
      series: anyStub(seriesKind.subjects),
    })
    .from(settings)
    .prepare(),
)

const peopleQuery = prepared((reader) =>
  reader
    .select()
    .from(people)
    .where(and(eq(people.stub, true), isNull(people.archivedAt), notInTrash('person', people.id)))
    .prepare(),
)

const organisationsQuery = prepared((reader) =>
  reader
    .select()
    .from(organisations)
    .where(and(eq(organisations.stub, true), notInTrash('organisation', organisations.id)))
    .prepare(),
)

/** An organisation's mark is shown where it is thanked; of a partner readers see the name. */
const gapsOfOrganisation = ({ kind, url, mark, logoMediaId }: Organisation): Gap[] => [
  ...(url ? [] : [{ what: 'url' as const }]),
  ...(kind === 'partner' || mark || logoMediaId ? [] : [{ what: 'logo' as const }]),
]

const gapsOfSubject = ({ texts }: Subject, languages: Language[]): Gap[] =>
  languages.filter((language) => !texts[language]?.name).map((language) => ({ what: 'name-in', language }))
