/** Gathers what the pickers of people, organisations and subjects offer, with when each was last used. */
import type { EditorProps } from '#components/editor/types.ts'
import type { UsedOrganisation } from '#db/organisations.ts'
import { peopleForPicker } from '#db/people.ts'
import { subjectName, type UsedSubject } from '#db/subjects.ts'
import { collator } from '#lib/format.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'

/** Returns the people to pick from, those archived as well, with the position they have at a moment. */
export async function peopleToPick(
  language: Language,
  at: Date,
  languages: Language[],
): Promise<EditorProps['people']> {
  const people = await peopleForPicker(language, at, { archived: true, languages })
  return people.map(({ portraitMediaId, slug, quotedAt, contactAt, ...person }) => ({
    ...person,
    path: slug && pathTo(language, 'people', slug),
    quotedAt: quotedAt?.toISOString() ?? null,
    contactAt: contactAt?.toISOString() ?? null,
    face: portraitMediaId && fileUrl({ id: portraitMediaId }, 'face.webp'),
  }))
}

/** Returns organisations to pick from, by the names they have in a language. */
export const organisationsToPick = (
  organisations: UsedOrganisation[],
  language: Language,
): EditorProps['organisations'] =>
  organisations.map(({ id, name, roleCount, usedAt }) => ({
    id,
    name: inLanguage(name, language),
    uses: roleCount,
    usedAt: usedAt?.toISOString() ?? null,
  }))

/** Returns topics or series to pick from, sorted by the names they have in a language. */
export const subjectsToPick = (subjects: UsedSubject[], language: Language): EditorProps['topics'] =>
  subjects
    .map((subject) => ({
      id: subject.id,
      name: subjectName(subject, language),
      uses: subject.stories,
      usedAt: subject.usedAt?.toISOString() ?? null,
    }))
    .sort((a, b) => collator(language).compare(a.name, b.name))
