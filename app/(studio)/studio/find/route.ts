import type { NextRequest } from 'next/server'
import type { StudioFound, StudioHit } from '#components/ui/use-studio-search.ts'
import { searchDrafts } from '#db/engine/search.ts'
import { currentPosition } from '#db/people/positions.ts'
import { listPeople } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import { listByIds, listRecent } from '#db/releases/list.ts'
import { suggestSpelling } from '#db/search/spelling.ts'
import { listSeriesNames } from '#db/series.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { isLanguage, type Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { highlightParts, highlightText } from '#lib/search/highlight.ts'
import { matcherOf, termsOf } from '#lib/search/terms.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../auth.ts'
import { reviewText, shapeOf } from '../review-note.ts'
import { titleOf } from '../title-of.ts'

const most = 6

/**
 * Answers with what the palette can open. Without a query, that is what was changed last. Where nothing is found it
 * suggests what may have been meant.
 */
export async function GET(request: NextRequest) {
  const user = await requireRole('contributor')
  const typed = request.nextUrl.searchParams.get('q')?.trim() ?? ''
  const asked = request.nextUrl.searchParams.get('in')
  const readIn = isLanguage(asked) ? asked : user.language
  const now = new Date()
  const clock = { language: user.language, timeZone: (await getSettings())?.timeZone ?? 'UTC' }
  const highlight = highlightParts(termsOf(typed).wanted)
  const mark = (text: string) => highlightText(text, highlight)
  const [topics, series] = typed ? await Promise.all([listTopics(), listSeriesNames()]) : [[], []]
  const releases = typed
    ? await listByIds((await searchDrafts(typed)).slice(0, most), now)
    : await listRecent(now, most)
  const people = typed ? (await listPeople({ search: typed })).slice(0, most) : []
  const mayEdit = may(user, 'edit-subjects')
  const found: StudioHit[] = [
    ...people.map(
      (person): StudioHit => ({
        kind: 'person',
        href: `/studio/people/${person.id}`,
        path: pathTo(readIn, 'people', person.slug),
        label: mark(person.name),
        note: currentPosition(person.positions, user.language, now)?.role ?? '',
      }),
    ),
    ...releases.map(
      (release): StudioHit => ({
        kind: 'release',
        href: `/studio/releases/${release.id}`,
        ...(release.slug && { path: pathTo(release.language, 'news', release.slug) }),
        // What was searched is the draft.
        label: mark(titleOf({ ...release, title: release.draftTitle }, user.language)),
        note: [
          release.language.toUpperCase(),
          release.isUnderEmbargo && translator(user.language, 'statuses')('embargo'),
          release.review && reviewText(release.review, { ...clock, now }),
        ]
          .filter(Boolean)
          .join(' · '),
        standing: shapeOf(release),
      }),
    ),
    ...namedLike(topics, typed, user.language).map(
      ({ id, name }): StudioHit => ({
        kind: 'topic',
        // A member who may not change a topic is taken to the texts that have it.
        href: mayEdit ? `/studio/topics/${id}` : `/studio/releases?topic=${id}`,
        label: mark(name),
        note: '',
      }),
    ),
    ...namedLike(series, typed, user.language).map(
      ({ id, name }): StudioHit => ({
        kind: 'series',
        href: mayEdit ? `/studio/series/${id}` : `/studio/releases?series=${id}`,
        label: mark(name),
        note: '',
      }),
    ),
  ]
  const finds = async (other: string) =>
    (await searchDrafts(other)).length +
    (await listPeople({ search: other })).length +
    [...topics, ...series].filter((subject) => matcherOf(other)(subjectName(subject, user.language))).length
  const meant = typed && found.length === 0 ? await suggestSpelling(typed, user.language, finds) : undefined
  const answer: StudioFound = { hits: found, ...(meant && { suggestion: meant.typed }) }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}

function namedLike(subjects: Subject[], typed: string, language: Language) {
  const matches = matcherOf(typed)
  return subjects
    .map((subject) => ({ id: subject.id, name: subjectName(subject, language) }))
    .filter(({ name }) => matches(name))
    .slice(0, most)
}
