import type { NextRequest } from 'next/server'
import { findPeople } from '#db/desk.ts'
import { listByIds, listRecent, type Standing } from '#db/release-list.ts'
import { searchDrafts } from '#db/search.ts'
import { listTopics } from '#db/topics.ts'
import { inLanguage } from '#lib/locale.ts'
import { fold, type MarkedText, markTerms, searchTerms } from '#lib/search-terms.ts'
import { requireRole } from '../../../auth.ts'

export interface Found {
  kind: 'release' | 'person' | 'topic'
  href: string
  label: MarkedText
  note: string
  standing?: Standing
}

const most = 6

/** What the palette can go to. Without words: what was changed last. */
export async function GET(request: NextRequest) {
  const user = await requireRole('contributor')
  const typed = request.nextUrl.searchParams.get('q')?.trim() ?? ''
  const now = new Date()
  const { terms } = searchTerms(typed)
  const mark = (text: string) => markTerms(text, terms)
  const releases = typed
    ? await listByIds((await searchDrafts(typed)).slice(0, most), now)
    : await listRecent(now, most)
  const people = typed ? await findPeople(typed, user.language, most) : []
  const names = (await listTopics()).map((topic) => ({
    id: topic.id,
    name: inLanguage(
      Object.fromEntries(Object.entries(topic.texts).map(([language, text]) => [language, text.name])),
      user.language,
    ),
  }))
  const topics = typed ? names.filter((topic) => fold(topic.name).includes(fold(typed))).slice(0, most) : []
  const found: Found[] = [
    ...people.map(
      (person): Found => ({
        kind: 'person',
        href: `/studio/people/${person.id}`,
        label: mark(person.name),
        note: person.role,
      }),
    ),
    ...releases.map(
      (release): Found => ({
        kind: 'release',
        href: `/studio/releases/${release.id}`,
        label: mark(release.title || release.opening),
        note: release.language.toUpperCase(),
        standing: release.standing,
      }),
    ),
    ...topics.map(
      (topic): Found => ({ kind: 'topic', href: `/studio/topics/${topic.id}`, label: mark(topic.name), note: '' }),
    ),
  ]
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
