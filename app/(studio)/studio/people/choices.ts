/** The options of a person's form, in the member's language. */
import { listOrganisations } from '#db/organisations.ts'
import { shortBioLength } from '#db/people.ts'
import { listSubjectNames, subjectName } from '#db/subjects.ts'
import { topicKind } from '#db/topics.ts'
import { collator, formatLanguages } from '#lib/format.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { spokenLanguages } from '#lib/meeting/spoken-languages.ts'
import { currentSettings } from '../../current-settings.ts'
import { organisationsToPick } from '../releases/to-pick.ts'
import type { PersonChoices } from './person-form.tsx'

/** The options; a language that is stored is kept, whichever it is. */
export async function personChoices(language: Language, speaks: string[] = []): Promise<PersonChoices> {
  const [settings, organisations, topics] = await Promise.all([
    currentSettings(),
    listOrganisations(language),
    listSubjectNames(topicKind),
  ])
  const byLabel = (a: { label: string }, b: { label: string }) => collator(language).compare(a.label, b.label)
  return {
    languages: settings?.languages ?? [rootLanguage],
    organisations: organisationsToPick(organisations, language).sort((a, b) =>
      collator(language).compare(a.name, b.name),
    ),
    topics: topics.map((topic) => ({ value: topic.id, label: subjectName(topic, language) })).sort(byLabel),
    speaks: [...new Set([...spokenLanguages, ...speaks])].map((code) => ({
      value: code,
      label: formatLanguages([code], language),
    })),
    shortBioLength,
  }
}
