/** The pictures link previews show: what each is of, what stands on it, and its address, which changes with what it shows. */
import type { LivePerson } from '#db/live/people.ts'
import type { LiveRelease } from '#db/live/release.ts'
import type { LiveSubject } from '#db/live/subjects.ts'
import { type SharePicture, shareSize } from '#lib/drawing/drawing.ts'
import { fingerprint } from '#lib/drawing/drawings.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { messagesIn } from '#lib/messages.ts'
import type { Room } from '../page-context.ts'

interface Shared {
  /** Where it lies: the place and the slug the page has. */
  path: string[]
  /** What it is a picture of, whatever its address. */
  subject: string
  drawing: SharePicture
}

export interface SharedPicture {
  url: string
  width: number
  height: number
  alt: string
}

const drawing = ({ newsroom: { emblem, language } }: Room, kicker: string, title: string): SharePicture => ({
  task: 'share',
  emblem,
  language,
  kicker,
  title: plainText(title),
})

export function ofRelease(room: Room, release: Pick<LiveRelease, 'id' | 'slug' | 'kind' | 'title'>): Shared {
  const kicker = messagesIn(room.newsroom.language).kinds[release.kind]
  return {
    path: ['news', release.slug],
    subject: `release-${release.id}`,
    drawing: drawing(room, kicker, release.title),
  }
}

export const ofPerson = (room: Room, person: Pick<LivePerson, 'id' | 'slug' | 'name' | 'role'>): Shared => ({
  path: ['people', person.slug ?? ''],
  subject: `person-${person.id}-${room.newsroom.language}`,
  drawing: drawing(room, person.role?.title ?? '', person.name),
})

const kickers = { topics: 'share-topic', series: 'share-series' } as const

export const ofSubject = (room: Room, place: keyof typeof kickers, subject: LiveSubject): Shared => ({
  path: [place, subject.slug],
  subject: `${place}-${subject.id}-${room.newsroom.language}`,
  drawing: drawing(room, messagesIn(room.newsroom.language).newsroom[kickers[place]], subject.name),
})

/** The newsroom itself, for every page that is of nothing else. */
export const ofNewsroom = (room: Room): Shared => ({
  path: [],
  subject: `newsroom-${room.newsroom.language}`,
  drawing: drawing(room, '', room.newsroom.texts.tagline || room.newsroom.name),
})

/** What a page's head says of its picture. */
export function sharePicture(shared: Shared): SharedPicture {
  const { language, title } = shared.drawing
  const path = ['', 'share', language, ...shared.path, `${fingerprint(shared.drawing)}.png`]
  return { url: absolute(path.join('/')), ...shareSize, alt: title }
}
