/**
 * Defines the fields of the open data. Answers are cut to these shapes, and the OpenAPI description is made from them,
 * so that neither can hold more than the other.
 */
import { z } from 'zod'
import { aiUses } from '../document/ai-use.ts'
import { languages } from '../locale.ts'

/** The shapes with a name of their own in the description. */
export const namedShape = z.registry<{ id: string }>()

const url = z.url()
const id = z.string().describe('Stays the same however often the address changes.')
const moment = z.iso.datetime({ offset: true }).describe('With the newsroom’s offset from UTC.')
const language = z.enum(languages)

export const kindShape = z.enum(['press', 'news', 'interview', 'opinion', 'report', 'invitation'])

const licence = z
  .string()
  .describe('On what terms it may be used: cc-by-4.0, cc0, editorial or all-rights; empty where nothing is said.')

const imageFileShape = z
  .object({ url, type: z.string().describe('Media type.'), width: z.int(), height: z.int() })
  .register(namedShape, { id: 'ImageFile' })

export const imageShape = z
  .object({
    id,
    alt: z.string().describe('Empty where the picture is decoration.'),
    caption: z.string(),
    credit: z.string(),
    licence,
    digitalSourceType: z
      .string()
      .describe('How it was made, as an address in IPTC’s vocabulary of that name; empty where nothing is said.'),
    original: z.object({ ...imageFileShape.shape, bytes: z.int() }),
    sizes: z.array(imageFileShape).describe('Smaller copies, smallest first.'),
  })
  .register(namedShape, { id: 'Image' })

const fileShape = z
  .object({
    id,
    title: z.string(),
    url,
    type: z.enum(['pdf', 'docx', 'zip']),
    bytes: z.int(),
    caption: z.string(),
    credit: z.string(),
    licence,
  })
  .register(namedShape, { id: 'File' })

export const mediaShape = z
  .object({ images: z.array(imageShape), files: z.array(fileShape) })
  .register(namedShape, { id: 'Media' })

const reference = z.object({
  id,
  name: z.string(),
  url: url.describe('The page.'),
  self: url.describe('This, as data.'),
})

export const topicReferenceShape = reference.register(namedShape, { id: 'TopicReference' })

export const topicShape = z
  .object({
    ...reference.shape,
    introduction: z.string(),
    releases: z.int().describe('How many releases about it can be read in this language.'),
  })
  .register(namedShape, { id: 'Topic' })

export const seriesShape = z
  .object({ ...topicShape.shape, releases: z.int().describe('How many parts of it can be read in this language.') })
  .register(namedShape, { id: 'Series' })

const partOfSeriesShape = z
  .object({
    ...reference.shape,
    part: z.int().describe('Which part, of those that can be read: the first to be published is 1.'),
    parts: z.int(),
  })
  .register(namedShape, { id: 'PartOfSeries' })

const role = z.object({ title: z.string(), organisation: z.string() })

export const personShape = z
  .object({
    ...reference.shape,
    role: role.nullable().describe('The post held now.'),
    email: z.string(),
    phone: z.string(),
    pressContact: z.boolean(),
    portrait: imageShape.nullable().describe('Only while it may be shown.'),
  })
  .register(namedShape, { id: 'Person' })

export const profileShape = z
  .object({
    ...personShape.shape,
    biography: z.object({ short: z.string(), long: z.string() }),
    roles: z.array(
      z.object({
        ...role.shape,
        since: z.string().describe('YYYY or YYYY-MM.'),
        until: z.string().nullable(),
      }),
    ),
    speaks: z.array(z.string()).describe('BCP 47 codes of the languages in which the person answers questions.'),
    topics: z.array(topicReferenceShape),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  })
  .register(namedShape, { id: 'Profile' })

const creditedShape = z
  .object({
    id,
    name: z.string(),
    url: url.nullable(),
    self: url.nullable(),
    role: z.string(),
    organisation: z.string(),
  })
  .describe('Somebody on a release, with the post worn there.')
  .register(namedShape, { id: 'Credited' })

export const storyShape = z
  .object({
    id,
    story: z.string().describe('The same for every language version of a text.'),
    language,
    kind: kindShape,
    title: z.string(),
    summary: z.string(),
    lead: z.array(z.string()),
    publishedAt: moment,
    updatedAt: moment,
    url: url.describe('The page.'),
    self: url.describe('The whole release, as data.'),
    image: imageShape.nullable(),
  })
  .register(namedShape, { id: 'Story' })

const meetingShape = z
  .object({
    startsAt: moment,
    endsAt: moment,
    signUpUntil: moment,
    signUp: z
      .enum(['open', 'waiting', 'closed', 'over', 'cancelled'])
      .describe('`waiting`: the seats are gone, and whoever signs up waits for one.'),
    place: z.string(),
    hasVideo: z.boolean().describe('Whoever signs up gets the address of the video.'),
    language: z.string().describe('The BCP 47 code of the language spoken there.'),
    seats: z.int().nullable().describe('At the place; null without a limit.'),
    seatsLeft: z.int().nullable(),
    calendar: url.describe('The meeting as iCalendar.'),
  })
  .register(namedShape, { id: 'Meeting' })

export const releaseShape = z
  .object({
    ...storyShape.shape,
    html: z.string().describe('The text after the lead, as HTML with whole addresses.'),
    text: z.string().describe('The same without markup.'),
    byline: z.string(),
    place: z.string(),
    corrections: z
      .array(
        z.object({
          wrong: z.string().describe('What was wrong; empty in old corrections, which say it in their text.'),
          text: z.string().describe('What is right.'),
          at: moment,
        }),
      )
      .describe('The earliest first.'),
    notes: z
      .array(z.object({ text: z.string(), at: moment }))
      .describe('What readers have been told is new, the earliest first.'),
    updates: z
      .array(z.object({ at: moment, text: z.string(), language: language, correctedAt: moment.nullable() }))
      .describe('What readers were told while crisis mode was on for it, the latest first; empty for other releases.'),
    ai: z
      .object({
        uses: z.array(z.enum(aiUses)).describe('Empty where AI was not used.'),
        statement: z.string().describe('The same in words.'),
        readBy: z.array(z.string()).describe('Who has read it besides its writers.'),
      })
      .nullable()
      .describe('How AI was used in the text; null where nothing is said.'),
    meeting: meetingShape.nullable().describe('The press meeting that an invitation invites to.'),
    topics: z.array(topicReferenceShape),
    series: partOfSeriesShape.nullable().describe('The series it is a part of.'),
    people: z.array(creditedShape),
    quotes: z.array(z.object({ text: z.string(), by: creditedShape.nullable() })),
    contacts: z.array(z.object({ ...creditedShape.shape, email: z.string(), phone: z.string() })),
    ...mediaShape.shape,
    translations: z.array(z.object({ language, url })),
    ninjs: url.describe('The release as IPTC ninjs.'),
  })
  .register(namedShape, { id: 'Release' })

const organisation = z.object({
  name: z.string(),
  url: z.string().describe('Its own pages; empty where it has none.'),
  logo: imageFileShape.nullable(),
})

const dutyShape = z
  .object({
    name: z.string(),
    url: url.nullable().describe('The person’s page.'),
    phone: z.string(),
    email: z.string(),
    from: moment,
    until: moment,
  })
  .register(namedShape, { id: 'Duty' })

export const newsroomShape = z
  .object({
    name: z.string(),
    url,
    languages: z.array(language),
    timeZone: z.string().describe('An IANA name.'),
    accent: z.string().describe('The newsroom’s colour, as #rrggbb.'),
    foundedYear: z.int(),
    press: z.object({
      email: z.string(),
      phone: z.string(),
      answersNow: dutyShape.nullable().describe('Who answers the press now, by the rota; null when nobody does.'),
      answersNext: dutyShape.nullable().describe('Who answers next.'),
    }),
    owner: organisation.nullable(),
    funders: z.array(organisation),
    texts: z.array(
      z.object({
        language,
        url: url.describe('The front page.'),
        tagline: z.string(),
        boilerplate: z.string(),
        fundersLine: z.string(),
        address: z.string(),
      }),
    ),
  })
  .register(namedShape, { id: 'Newsroom' })

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: url.nullable().describe('The next page, also as a Link header.') })

export const storiesShape = pageOf(storyShape).register(namedShape, { id: 'Stories' })
export const peopleShape = pageOf(personShape).register(namedShape, { id: 'People' })
export const topicsShape = pageOf(topicShape).register(namedShape, { id: 'Topics' })
export const allSeriesShape = pageOf(seriesShape).register(namedShape, { id: 'AllSeries' })

export const indexShape = z
  .object({ name: z.string(), openapi: url, newsroom: url, releases: url, people: url, topics: url, series: url })
  .register(namedShape, { id: 'Index' })

const problemShape = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    parameters: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
  })
  .register(namedShape, { id: 'Problem' })
export type Problem = z.infer<typeof problemShape>
