/** The options of a person's form, in the member's language. */
import { listOrganisations } from '#db/organisations.ts'
import { shortBioLength } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'
import { subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { collator, formatLanguages } from '#lib/format.ts'
import { inLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import type { PersonChoices } from './person-form.tsx'

/** Languages in which people in Sweden are often interviewed; any other that is stored is kept. */
const interviewLanguages = 'sv en fi nb da de fr es pl ar fa so se uk'.split(' ')

export async function personChoices(language: Language, speaks: string[] = []): Promise<PersonChoices> {
  const [settings, organisations, topics] = await Promise.all([
    getSettings(),
    listOrganisations(language),
    listTopics(),
  ])
  const byLabel = (a: { label: string }, b: { label: string }) => collator(language).compare(a.label, b.label)
  return {
    languages: settings?.languages ?? [rootLanguage],
    organisations: organisations
      .map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))
      .sort(byLabel),
    topics: topics.map((topic) => ({ value: topic.id, label: subjectName(topic, language) })).sort(byLabel),
    speaks: [...new Set([...interviewLanguages, ...speaks])].map((code) => ({
      value: code,
      label: formatLanguages([code], language),
    })),
    shortBioLength,
  }
}
