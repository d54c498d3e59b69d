/** Gathers what a page of the list of texts is made of. */
import { countStories, type ListedStudioStory, listStories } from '#db/releases/stories.ts'
import { countOutdated } from '#db/releases/translations.ts'
import { listWriters } from '#db/releases/writers.ts'
import type { Settings } from '#db/schema/newsroom.ts'
import { listSeriesNames } from '#db/series.ts'
import { listSubjectNames, type Subject, subjectName } from '#db/subjects.ts'
import { topicKind } from '#db/topics.ts'
import { countTrash } from '#db/trash/list.ts'
import { languages as allLanguages, type Language } from '#lib/locale.ts'
import type { readReleaseFilter } from './filter.ts'
import type { FilterChoices } from './filters.tsx'

interface TextsPage {
  stories: ListedStudioStory[]
  total: number
  counts: Awaited<ReturnType<typeof countStories>>
  trashed: number
  /** How many parts of each translation have fallen behind their source. */
  behind: Map<string, number>
  choices: FilterChoices
}

export async function getTextsPage(
  { filter, order, page }: ReturnType<typeof readReleaseFilter>,
  { settings, language, now }: { settings: Pick<Settings, 'languages'> | undefined; language: Language; now: Date },
): Promise<TextsPage> {
  const languages = settings?.languages ?? [...allLanguages]
  const [{ stories, total }, counts, topics, series, writers, trash] = await Promise.all([
    listStories(filter, { languages, topicsIn: language, page, now, order }),
    countStories(now),
    listSubjectNames(topicKind),
    listSeriesNames(),
    listWriters(language),
    countTrash(),
  ])
  const named = (subject: Subject) => ({ id: subject.id, name: subjectName(subject, language) })
  return {
    stories,
    total,
    counts,
    trashed: trash.release,
    behind: await countOutdated(stories.flatMap(({ versions }) => versions.map(({ id }) => id))),
    choices: { languages, topics: topics.map(named), series: series.map(named), writers },
  }
}
