/**
 * Defines IPTC ninjs 3.0, the news agencies' JSON: the part of it that a press release fills. What we send is cut to
 * these shapes, which hold no property that the standard does not know.
 */
import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })
const text = z.strictObject({ role: z.string(), contentType: z.string(), value: z.string() })
const concept = z.strictObject({ name: z.string(), rel: z.string(), uri: z.url().optional() })
const contactInfo = z.strictObject({ type: z.enum(['email', 'phone']), role: z.literal('press'), value: z.string() })

const rendition = z.strictObject({
  name: z.string(),
  href: z.url(),
  contentType: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
  sizeInBytes: z.int().optional(),
})

const picture = z.strictObject({
  name: z.string(),
  uri: z.url(),
  type: z.literal('picture'),
  language: z.string(),
  descriptions: z.array(text),
  by: z.string().optional(),
  usageTerms: z.string().optional(),
  /** How it was made: the standard has no field of its own for it, and a genre is the nature of the content. */
  genres: z.array(z.strictObject({ name: z.string(), uri: z.url(), literal: z.string() })).optional(),
  renditions: z.array(rendition).min(1),
})

const standard = z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.0'), schema: z.url() })

export const ninjsItem = z.strictObject({
  uri: z.url(),
  standard,
  type: z.literal('text'),
  representationType: z.literal('full'),
  profile: z.enum(['text-only', 'text-photo']),
  firstCreated: moment,
  versionCreated: moment,
  pubStatus: z.literal('usable'),
  /** The moment before which it may not be published. */
  embargoed: moment.optional(),
  language: z.string(),
  copyrightHolder: z.string(),
  title: z.string(),
  slugline: z.string(),
  by: z.string().optional(),
  edNote: z.string().optional(),
  located: z.string().optional(),
  headlines: z.array(text),
  descriptions: z.array(text),
  bodies: z.array(z.strictObject({ ...text.shape, charCount: z.int(), wordCount: z.int() })),
  genres: z.array(z.strictObject({ name: z.string(), uri: z.url().optional(), literal: z.string() })),
  subjects: z.array(concept),
  people: z.array(z.strictObject({ ...concept.shape, contactInfo: z.array(contactInfo).optional() })),
  /** What it invites to. */
  events: z.array(concept).optional(),
  organisations: z.array(concept),
  infoSources: z.array(z.strictObject({ name: z.string(), role: z.string(), uri: z.url() })),
  altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })),
  associations: z.array(picture),
})

/** A feed is an item too, composed of others. */
export const ninjsFeed = z.strictObject({
  uri: z.url(),
  standard,
  type: z.literal('composite'),
  profile: z.literal('feed'),
  versionCreated: moment,
  pubStatus: z.literal('usable'),
  language: z.string(),
  copyrightHolder: z.string(),
  title: z.string(),
  associations: z.array(z.strictObject({ name: z.string(), ...ninjsItem.shape })),
})

export type NinjsItem = z.input<typeof ninjsItem>

export const ninjsStandard = {
  name: 'ninjs',
  version: '3.0',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
} as const
