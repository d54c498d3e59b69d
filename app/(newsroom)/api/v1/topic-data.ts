/** Topics as open data. */
import type { z } from 'zod'
import type { LiveTopic } from '#db/live-topics.ts'
import type { Language } from '#lib/locale.ts'
import type * as shapes from '#lib/open-data/shapes.ts'
import { topicReference } from './release-data.ts'

export const topicData = (
  topic: LiveTopic & { intro: string; releases: number },
  language: Language,
): z.input<typeof shapes.topic> => ({
  ...topicReference(topic, language),
  introduction: topic.intro,
  releases: topic.releases,
})
