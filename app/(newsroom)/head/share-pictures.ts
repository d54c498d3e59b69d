/**
 * The share pictures of link previews: whose each is, what it shows, and its address, which changes with what it shows.
 */
import type { LivePerson } from '#db/live/people.ts'
import type { LiveRelease } from '#db/live/release.ts'
import type { LiveSubject } from '#db/live/subjects.ts'
import { type SharePicture, shareSize } from '#lib/drawing/drawing.ts'
import { fingerprint } from '#lib/drawing/drawings.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { messagesIn } from '#lib/messages.ts'
import type { PageContext } from '../page-context.ts'

interface Shared {
  /** The section and the slug of the page it belongs to. */
  path: string[]
  /** The key under which the drawing is kept, whatever its address. */
  subject: string
  drawing: SharePicture
}

export interface SharedPicture {
  url: string
  width: number
  height: number
  alt: string
}

const drawing = ({ newsroom: { brandIcon, language } }: PageContext, kicker: string, title: string): SharePicture => ({
  task: 'share',
  emblem: brandIcon,
  language,
  kicker,
  title: plainText(title),
})

export function ofRelease(context: PageContext, release: Pick<LiveRelease, 'id' | 'slug' | 'kind' | 'title'>): Shared {
  const kicker = messagesIn(context.newsroom.language).kinds[release.kind]
  return {
    path: ['news', release.slug],
    subject: `release-${release.id}`,
    drawing: drawing(context, kicker, release.title),
  }
}

export const ofPerson = (
  context: PageContext,
  person: Pick<LivePerson, 'id' | 'slug' | 'name' | 'position'>,
): Shared => ({
  path: ['people', person.slug ?? ''],
  subject: `person-${person.id}-${context.newsroom.language}`,
  drawing: drawing(context, person.position?.title ?? '', person.name),
})

const kickers = { topics: 'share-topic', series: 'share-series' } as const

export const ofSubject = (context: PageContext, section: keyof typeof kickers, subject: LiveSubject): Shared => ({
  path: [section, subject.slug],
  subject: `${section}-${subject.id}-${context.newsroom.language}`,
  drawing: drawing(context, messagesIn(context.newsroom.language).newsroom[kickers[section]], subject.name),
})

/** The share picture of the newsroom itself, for every page that has none of its own. */
export const ofNewsroom = (context: PageContext): Shared => ({
  path: [],
  subject: `newsroom-${context.newsroom.language}`,
  drawing: drawing(context, '', context.newsroom.texts.tagline || context.newsroom.name),
})

/** Returns the share picture as the metadata of a page names it. */
export function sharePicture(shared: Shared): SharedPicture {
  const { language, title } = shared.drawing
  const path = ['', 'share', language, ...shared.path, `${fingerprint(shared.drawing)}.png`]
  return { url: absolute(path.join('/')), ...shareSize, alt: title }
}
