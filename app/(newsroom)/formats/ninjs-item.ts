/** Writes a release as IPTC ninjs. */
import { altOf } from '#components/rich-text/figure.tsx'
import type { LiveRelease } from '#db/live/release.ts'
import { aiStatementText } from '#lib/document/ai-statement.ts'
import { textSourceType } from '#lib/document/ai-use.ts'
import { documentText, type Image, imagesIn } from '#lib/document/rich-text.ts'
import { absolute } from '#lib/env.ts'
import { type NinjsItem, ninjsStandard } from '#lib/formats/ninjs.ts'
import { plainText } from '#lib/hyphenate.ts'
import { digitalSourceUri } from '#lib/images/digital-source-type.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { licenceName } from '#lib/media/licence.ts'
import { sourceTypeName } from '#lib/media/source-type.ts'
import { messagesIn } from '#lib/messages.ts'
import { internationalNumber } from '#lib/phone.ts'
import { type Clock, isoMoment } from '#lib/time/format.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'
import { summaryOf } from '../head/metadata.ts'
import type { PageContext } from '../page-context.ts'
import { correctionLines } from './corrections.ts'
import { releaseHtml } from './release-html.ts'
import { updateLines, updatesHtml } from './updates.ts'

const plain = (role: string, value: string) => ({ role, contentType: 'text/plain', value: plainText(value) })
const urn = (id: string) => `urn:uuid:${id}`

/**
 * Returns the release, with what has been corrected in it, and how AI was used, as a note to the editors who use it. One
 * under embargo says until when, and the line on whose copy it is stands among the notes.
 */
export function ninjsItemOf(
  context: PageContext,
  release: LiveRelease,
  embargo?: { until: Date; line: string },
): NinjsItem {
  const { language, timeZone, name, owner } = context.newsroom
  const url = absolute(pathTo(language, 'news', release.slug))
  const pictures = picturesOf(release, language)
  const said = plainText(
    [...updateLines(context, release), ...release.lead, documentText(release.body, language)]
      .filter(Boolean)
      .join('\n'),
  )
  const html = [updatesHtml(context, release), releaseHtml(release, language)].filter(Boolean).join('\n')
  const counts = { charCount: said.length, wordCount: said.split(/\s+/).filter(Boolean).length }
  const byline = plainText(release.byline)
  const tellsOfAi = context.newsroom.aiDisclosure !== 'none'
  const madeHow = tellsOfAi ? plainText(aiStatementText(release, language)) : ''
  const sourceType = tellsOfAi ? textSourceType(release) : undefined
  const notes = [
    ...(embargo ? [embargo.line] : []),
    ...correctionLines(context, release),
    ...(madeHow ? [madeHow] : []),
  ]
  const [created, changed] = embargo
    ? [context.visit.now, context.visit.now]
    : [release.publishAt, release.revisedAt ?? release.publishAt]
  return {
    uri: urn(release.id),
    standard: ninjsStandard,
    type: 'text',
    representationType: 'full',
    profile: pictures.length > 0 ? 'text-photo' : 'text-only',
    firstCreated: isoMoment(created, timeZone),
    versionCreated: isoMoment(changed, timeZone),
    pubStatus: 'usable',
    ...(embargo ? { embargoed: isoMoment(embargo.until, timeZone) } : {}),
    language,
    copyrightHolder: name,
    title: plainText(release.title),
    slugline: release.slug,
    ...(byline ? { by: byline } : {}),
    ...(notes.length > 0 ? { edNote: notes.join('\n') } : {}),
    ...(release.place ? { located: release.place } : {}),
    headlines: [plain('main', release.title)],
    descriptions: [plain('summary', summaryOf(release))],
    bodies: [
      { role: 'main', contentType: 'text/html', ...counts, value: html },
      { ...plain('plain', said), ...counts },
    ],
    genres: [
      { name: messagesIn(language).kinds[release.kind], literal: release.kind },
      ...(sourceType
        ? [{ name: sourceTypeName(sourceType, language), uri: digitalSourceUri(sourceType), literal: sourceType }]
        : []),
    ],
    subjects: [
      ...release.topics.map(({ name: topic, slug }) => ({
        name: topic,
        rel: 'about',
        uri: absolute(pathTo(language, 'topics', slug)),
      })),
      ...(release.series
        ? [
            {
              name: release.series.name,
              rel: 'isPartOf',
              uri: absolute(pathTo(language, 'series', release.series.slug)),
            },
          ]
        : []),
    ],
    people: peopleOf(release, context.newsroom),
    ...(release.meeting ? { events: [{ name: plainText(release.title), rel: 'about', uri: url }] } : {}),
    organisations: [{ name: owner?.name || name, rel: 'publisher', uri: absolute(pathTo(language)) }],
    infoSources: [{ name, role: 'originator', uri: absolute(pathTo(language)) }],
    altIds: [{ role: 'url', value: url }],
    associations: pictures,
  }
}

/** Returns the people quoted, those on cards and the contacts, each once in each part they play. */
function peopleOf({ speakers, cards, contacts }: LiveRelease, { language, timeZone }: Clock): NinjsItem['people'] {
  const named = new Set(cards.map(({ person }) => person.id))
  const page = (slug: string | null) => (slug ? { uri: absolute(pathTo(language, 'people', slug)) } : {})
  return [
    ...cards.map(({ person }) => ({ name: person.name, rel: 'about', ...page(person.slug) })),
    ...[...speakers.values()]
      .filter(({ person }) => !named.has(person.id))
      .map(({ person }) => ({ name: person.name, rel: 'mentions', ...page(person.slug) })),
    ...contacts.map(({ name, slug, email, phone }) => ({
      name,
      rel: 'contact',
      ...page(slug),
      contactInfo: [
        ...(email ? [{ type: 'email' as const, role: 'press' as const, value: email }] : []),
        ...(phone
          ? [{ type: 'phone' as const, role: 'press' as const, value: internationalNumber(phone, timeZone) }]
          : []),
      ],
    })),
  ]
}

function picturesOf({ hero, body, images }: LiveRelease, language: string): NinjsItem['associations'] {
  const uses = [...(hero ? [hero] : []), ...imagesIn(body)]
  const once = new Map<string, Image['attrs']>()
  for (const use of uses) if (!once.has(use.mediaId)) once.set(use.mediaId, use)
  return [...once.values()].flatMap((use, index) => {
    const image = images.get(use.mediaId)
    if (!image) return []
    const caption = use.caption || image.caption
    const original = fileUrl(image, `original.${fileTypeOf(image.mime)}`)
    const size = ({ width, height }: { width: number; height: number }) => ({ width, height })
    return [
      {
        name: `picture-${index + 1}`,
        uri: urn(image.id),
        type: 'picture' as const,
        language,
        descriptions: [
          ...(caption ? [plain('caption', caption)] : []),
          ...(altOf(use) ? [plain('alternative', altOf(use))] : []),
        ],
        ...(image.credit ? { by: image.credit } : {}),
        ...(image.licence ? { usageTerms: plainText(licenceName(image.licence, language)) } : {}),
        ...(image.digitalSourceType
          ? {
              genres: [
                {
                  name: sourceTypeName(image.digitalSourceType, language),
                  uri: digitalSourceUri(image.digitalSourceType),
                  literal: image.digitalSourceType,
                },
              ],
            }
          : {}),
        renditions: [
          {
            name: 'original',
            href: absolute(original),
            contentType: image.mime,
            ...size(image),
            sizeInBytes: image.bytes,
          },
          ...image.renditions.map((one) => ({
            name: `width-${one.width}`,
            href: absolute(fileUrl(image, `${one.width}.jpg`)),
            contentType: 'image/jpeg',
            ...size(one),
          })),
        ],
      },
    ]
  })
}
