/**
 * Defines the fields of the open data. Answers are cut to these shapes, and the OpenAPI description is made from them,
 * so that neither can hold more than the other.
 */
import { z } from 'zod'
import { languages } from '../locale.ts'

/** The shapes with a name of their own in the description. */
export const named = z.registry<{ id: string }>()

const url = z.url()
const id = z.string().describe('Stays the same however often the address changes.')
const moment = z.iso.datetime({ offset: true }).describe('With the newsroom’s offset from UTC.')
const language = z.enum(languages)

export const kind = z.enum(['press', 'news', 'interview', 'opinion', 'report', 'invitation'])

const licence = z
  .string()
  .describe('On what terms it may be used: cc-by-4.0, cc0, editorial or all-rights; empty where nothing is said.')

const imageFile = z
  .object({ url, type: z.string().describe('Media type.'), width: z.int(), height: z.int() })
  .register(named, { id: 'ImageFile' })

export const image = z
  .object({
    id,
    alt: z.string().describe('Empty where the picture is decoration.'),
    caption: z.string(),
    credit: z.string(),
    licence,
    original: z.object({ ...imageFile.shape, bytes: z.int() }),
    sizes: z.array(imageFile).describe('Smaller copies, smallest first.'),
  })
  .register(named, { id: 'Image' })

const file = z
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
  .register(named, { id: 'File' })

export const media = z.object({ images: z.array(image), files: z.array(file) }).register(named, { id: 'Media' })

const reference = z.object({
  id,
  name: z.string(),
  url: url.describe('The page.'),
  self: url.describe('This, as data.'),
})

export const topicReference = reference.register(named, { id: 'TopicReference' })

export const topic = z
  .object({
    ...reference.shape,
    introduction: z.string(),
    releases: z.int().describe('How many releases about it can be read in this language.'),
  })
  .register(named, { id: 'Topic' })

export const series = z
  .object({ ...topic.shape, releases: z.int().describe('How many parts of it can be read in this language.') })
  .register(named, { id: 'Series' })

const partOfSeries = z
  .object({
    ...reference.shape,
    part: z.int().describe('Which part, of those that can be read: the first to be published is 1.'),
    parts: z.int(),
  })
  .register(named, { id: 'PartOfSeries' })

const role = z.object({ title: z.string(), organisation: z.string() })

export const person = z
  .object({
    ...reference.shape,
    role: role.nullable().describe('The post held now.'),
    email: z.string(),
    phone: z.string(),
    pressContact: z.boolean(),
    portrait: image.nullable().describe('Only while it may be shown.'),
  })
  .register(named, { id: 'Person' })

export const profile = z
  .object({
    ...person.shape,
    biography: z.object({ short: z.string(), long: z.string() }),
    roles: z.array(
      z.object({
        ...role.shape,
        since: z.string().describe('YYYY or YYYY-MM.'),
        until: z.string().nullable(),
      }),
    ),
    speaks: z.array(z.string()).describe('BCP 47 codes of the languages in which the person answers questions.'),
    topics: z.array(topicReference),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  })
  .register(named, { id: 'Profile' })

const credited = z
  .object({
    id,
    name: z.string(),
    url: url.nullable(),
    self: url.nullable(),
    role: z.string(),
    organisation: z.string(),
  })
  .describe('Somebody on a release, with the post worn there.')
  .register(named, { id: 'Credited' })

export const story = z
  .object({
    id,
    story: z.string().describe('The same for every language version of a text.'),
    language,
    kind,
    title: z.string(),
    summary: z.string(),
    lead: z.array(z.string()),
    publishedAt: moment,
    updatedAt: moment,
    url: url.describe('The page.'),
    self: url.describe('The whole release, as data.'),
    image: image.nullable(),
  })
  .register(named, { id: 'Story' })

export const release = z
  .object({
    ...story.shape,
    html: z.string().describe('The text after the lead, as HTML with whole addresses.'),
    text: z.string().describe('The same without markup.'),
    byline: z.string(),
    place: z.string(),
    corrections: z.array(z.object({ text: z.string(), at: moment })),
    topics: z.array(topicReference),
    series: partOfSeries.nullable().describe('The series it is a part of.'),
    people: z.array(credited),
    quotes: z.array(z.object({ text: z.string(), by: credited.nullable() })),
    contacts: z.array(z.object({ ...credited.shape, email: z.string(), phone: z.string() })),
    ...media.shape,
    translations: z.array(z.object({ language, url })),
    ninjs: url.describe('The release as IPTC ninjs.'),
  })
  .register(named, { id: 'Release' })

const organisation = z.object({
  name: z.string(),
  url: z.string().describe('Its own pages; empty where it has none.'),
  logo: imageFile.nullable(),
})

export const newsroom = z
  .object({
    name: z.string(),
    url,
    languages: z.array(language),
    timeZone: z.string().describe('An IANA name.'),
    accent: z.string().describe('The newsroom’s colour, as #rrggbb.'),
    foundedYear: z.int(),
    press: z.object({ email: z.string(), phone: z.string() }),
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
  .register(named, { id: 'Newsroom' })

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: url.nullable().describe('The next page, also as a Link header.') })

export const stories = pageOf(story).register(named, { id: 'Stories' })
export const people = pageOf(person).register(named, { id: 'People' })
export const topics = pageOf(topic).register(named, { id: 'Topics' })
export const allSeries = pageOf(series).register(named, { id: 'AllSeries' })

export const index = z
  .object({ name: z.string(), openapi: url, newsroom: url, releases: url, people: url, topics: url, series: url })
  .register(named, { id: 'Index' })

const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    parameters: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
  })
  .register(named, { id: 'Problem' })
export type Problem = z.infer<typeof problem>
