import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import type { PageContext } from '../page-context.ts'

/** The sections whose items have a feed each; that of the news has one for each kind. */
export type FeedSection = 'news' | 'topics' | 'series' | 'people'

/** Returns the title of a feed: its subject, then the newsroom’s name. */
export const feedTitle = ({ newsroom }: PageContext, { name }: { name: string }): string =>
  name === newsroom.name ? newsroom.name : `${name} – ${newsroom.name}`

/** Returns what the feed of the updates under a release is about. */
export const updatesName = ({ newsroom }: PageContext, { title }: { title: string }): string =>
  translator(newsroom.language, 'newsroom')('crisis.feed', { title: plainText(title) })
