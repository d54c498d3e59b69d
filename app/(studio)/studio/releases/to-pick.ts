/** Gathers what the pickers of people and organisations offer, with when each was last used. */
import type { EditorProps } from '#components/editor/types.ts'
import type { listOrganisations } from '#db/organisations.ts'
import { peopleForPicker } from '#db/people.ts'
import type { listLastUsed } from '#db/releases/last-used.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'

type Used = Awaited<ReturnType<typeof listLastUsed>>

/** Returns the people to pick from, those archived as well, with the position they have at a moment. */
export async function peopleToPick(language: Language, at: Date, used: Used): Promise<EditorProps['people']> {
  const people = await peopleForPicker(language, at, { archived: true })
  return people.map(({ portraitMediaId, slug, ...person }) => ({
    ...person,
    path: slug && pathTo(language, 'people', slug),
    quotedAt: used.quoted.get(person.id)?.toISOString() ?? null,
    contactAt: used.contacts.get(person.id)?.toISOString() ?? null,
    face: portraitMediaId && fileUrl({ id: portraitMediaId }, 'face.webp'),
  }))
}

/** Returns organisations to pick from, by the names they have in a language. */
export const organisationsToPick = (
  organisations: Awaited<ReturnType<typeof listOrganisations>>,
  language: Language,
  used: Used,
): EditorProps['organisations'] =>
  organisations.map(({ id, name, roleCount }) => ({
    id,
    name: inLanguage(name, language),
    uses: roleCount,
    usedAt: used.organisations.get(id)?.toISOString() ?? null,
  }))
