/** Defines the query parameters of the open data, and reports what is wrong with those of a request. */
import { z } from 'zod'
import { languages } from '../locale.ts'
import { kindShape } from './shapes.ts'

const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, { error: 'a whole number from 1 to 100' })
  .transform(Number)
  .default(20)
  .describe('How many at most, 1 to 100.')

const cursor = z
  .string()
  .regex(/^[\w-]{1,200}$/, { error: 'not a cursor: follow the address in “next”' })
  .optional()
  .describe('Where the page before ended: follow “next” instead of making one up.')

const language = z.enum(languages, { error: `one of ${languages.join(', ')}` }).optional()

const name = z
  .string()
  .regex(/^[\w-]{1,120}$/, { error: 'an id or the last part of an address' })
  .optional()

const day = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const moment = z
  .union([day, instant], { error: 'a date (2026-11-17) or a moment with its offset (2026-11-17T08:00:00+01:00)' })
  .optional()

const inLanguage = { language: language.describe('The language of what is said; the newsroom’s first unless told.') }

export const oneParameters = z.strictObject(inLanguage)
export const listParameters = z.strictObject({ ...inLanguage, limit, cursor })
export const releaseParameters = z.strictObject({
  language: language.describe('Only releases in this language.'),
  kind: z
    .enum(kindShape.options, { error: `one of ${kindShape.options.join(', ')}` })
    .optional()
    .describe('Only releases of this kind.'),
  topic: name.describe('Only about this topic: its id, or the last part of its address.'),
  series: name.describe('Only parts of this series: its id, or the last part of its address.'),
  person: name.describe('Only with this person on a card or quoted: an id, or the last part of an address.'),
  since: moment.describe('Only published at this moment or later. A date is midnight where the newsroom is.'),
  until: moment.describe('Only published before this moment.'),
  limit,
  cursor,
})
export const noParameters = z.strictObject({})

export interface Fault {
  name: string
  reason: string
}

/** Returns the parameters of a query, or what is wrong with it. Unknown parameters, and any given twice, are wrong. */
export function readQuery<Shape extends z.ZodObject>(
  schema: Shape,
  query: URLSearchParams,
): { asked: z.output<Shape> } | { faults: Fault[] } {
  const twice = [...new Set(query.keys())].filter((key) => query.getAll(key).length > 1)
  if (twice.length > 0) return { faults: twice.map((key) => ({ name: key, reason: 'given more than once' })) }
  const read = schema.safeParse(Object.fromEntries(query))
  if (read.success) return { asked: read.data }
  const known = Object.keys(schema.shape)
  const unknown = known.length ? `not known here; known are ${known.join(', ')}` : 'not known here'
  return {
    faults: read.error.issues.flatMap((issue): Fault[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ name: key, reason: unknown }))
        : [{ name: String(issue.path[0] ?? ''), reason: issue.message }],
    ),
  }
}

/** The end of a page: the moment and the id of its last release. */
export interface Cursor {
  at: Date
  id: string
}

export const cursorText = ({ at, id }: Cursor): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url')

export function readCursor(text: string): Cursor | undefined {
  const [, moment, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  return moment && id ? { at: new Date(Number(moment)), id } : undefined
}
