/** Turns releases into open data. */
import type { z } from 'zod'
import type { CatalogueStory } from '#db/live/catalogue.ts'
import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveCard, LiveRelease } from '#db/live/release.ts'
import { aiStatementText } from '#lib/document/ai-statement.ts'
import { quotedWords } from '#lib/document/attribution.ts'
import { documentText, quotesIn } from '#lib/document/rich-text.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import type * as shapes from '#lib/open-data/shapes.ts'
import { type Clock, isoMoment } from '#lib/time/format.ts'
import { meetingPath, ninjsPath, pathTo } from '#lib/urls.ts'
import { mediaData, usedImage } from '../../formats/media-data.ts'
import { bodyHtml } from '../../formats/release-html.ts'
import { addressesOf, summaryOf } from '../../head/metadata.ts'
import type { PageContext } from '../../page-context.ts'
import { address } from './respond.ts'
import { subjectReference } from './subject-data.ts'

/** Returns a release as lists have it. */
export function storyData(story: CatalogueStory, timeZone: string): z.input<typeof shapes.storyShape> {
  const { id, storyId, language, kind, title, lead, publishAt, revisedAt, slug, hero, image } = story
  return {
    id,
    story: storyId,
    language,
    kind,
    title: plainText(title),
    summary: summaryOf(story),
    lead: lead.map(plainText),
    publishedAt: isoMoment(publishAt, timeZone),
    updatedAt: isoMoment(revisedAt ?? publishAt, timeZone),
    url: absolute(pathTo(language, 'news', slug)),
    self: address(`/releases/${id}`),
    image: hero && image ? usedImage(image, hero) : null,
  }
}

function creditedData({ person, role, organisation }: LiveCard, language: Language) {
  const { id, name, slug } = person
  return {
    id,
    name,
    url: slug ? absolute(pathTo(language, 'people', slug)) : null,
    self: slug ? `${address(`/people/${id}`)}?language=${language}` : null,
    role,
    organisation,
  }
}

const meetingOf = ({ slug }: LiveRelease, meeting: LiveMeeting, { language, timeZone }: Clock) => ({
  startsAt: isoMoment(meeting.startsAt, timeZone),
  endsAt: isoMoment(meeting.endsAt, timeZone),
  signUpUntil: isoMoment(meeting.closesAt, timeZone),
  signUp: meeting.state,
  ...{ place: meeting.place, hasVideo: meeting.hasStream, seats: meeting.seats, seatsLeft: meeting.seatsLeft },
  language: meeting.language || language,
  calendar: absolute(meetingPath(language, slug)),
})

/** Returns a release, whole. */
export function releaseData(context: PageContext, release: LiveRelease): z.input<typeof shapes.releaseShape> {
  const { language, timeZone } = context.newsroom
  const image = (release.hero && release.images.get(release.hero.mediaId)) ?? null
  return {
    ...storyData({ ...release, language, image }, timeZone),
    html: bodyHtml(release, language),
    text: plainText(documentText(release.body, language)),
    byline: plainText(release.byline),
    place: release.place,
    corrections: release.corrections.map(({ wrong, text, at }) => ({ wrong, text, at: isoMoment(at, timeZone) })),
    updates: (release.crisis?.updates ?? []).map(({ at, text, correctedAt }) => ({
      at: isoMoment(at, timeZone),
      text: plainText(text.text),
      language: text.lang ?? language,
      correctedAt: correctedAt && isoMoment(correctedAt, timeZone),
    })),
    notes: release.notes.map(({ text, at }) => ({ text, at: isoMoment(at, timeZone) })),
    ai:
      release.ai && context.newsroom.aiDisclosure !== 'none'
        ? { uses: release.ai.uses, statement: plainText(aiStatementText(release, language)), readBy: release.readBy }
        : null,
    meeting: release.meeting ? meetingOf(release, release.meeting, context.newsroom) : null,
    topics: release.topics.map((topic) => subjectReference('topics', topic, language)),
    series: release.series
      ? {
          ...subjectReference('series', release.series, language),
          part: release.series.number,
          parts: release.series.total,
        }
      : null,
    people: release.cards.map((card) => creditedData(card, language)),
    quotes: quotesIn(release.body).map(({ personId, text }) => {
      const speaker = personId ? release.speakers.get(personId) : undefined
      return { text: plainText(quotedWords(text, language)), by: speaker ? creditedData(speaker, language) : null }
    }),
    contacts: release.contacts.map((person) => {
      const { title: role = '', organisation = '', titleIn: roleIn, organisationIn } = person.position ?? {}
      return {
        ...creditedData({ person, role, organisation, roleIn, organisationIn }, language),
        email: person.email,
        phone: person.phone,
      }
    }),
    ...mediaData(release),
    translations: Object.entries(addressesOf(context, release))
      .filter(([other]) => other !== language)
      .flatMap(([other, path]) => (path ? [{ language: other, url: absolute(path) }] : [])),
    ninjs: absolute(ninjsPath(language, 'news', release.slug)),
  }
}
