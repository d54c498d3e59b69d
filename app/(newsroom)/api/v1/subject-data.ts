/** Turns topics and series into open data. */
import type { z } from 'zod'
import type { LiveSubject, LiveSubjectPage } from '#db/live/subjects.ts'
import { absolute } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import type * as shapes from '#lib/open-data/shapes.ts'
import { pathTo } from '#lib/urls.ts'
import { address } from './respond.ts'

export const subjectReference = (
  section: 'topics' | 'series',
  { id, name, slug }: LiveSubject,
  language: Language,
): z.input<typeof shapes.topicReferenceShape> => ({
  id,
  name,
  url: absolute(pathTo(language, section, slug)),
  self: `${address(`/${section}/${id}`)}?language=${language}`,
})

export const subjectData = (
  section: 'topics' | 'series',
  subject: LiveSubjectPage & { releases: number },
  language: Language,
): z.input<typeof shapes.topicShape> => ({
  ...subjectReference(section, subject, language),
  introduction: subject.intro,
  releases: subject.releases,
})
