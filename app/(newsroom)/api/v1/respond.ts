/** Answers requests for the open data: with data cut to its shape, or with a problem that says what was wrong. */
import type { z } from 'zod'
import type { Visit } from '#db/live/visible.ts'
import { absolute } from '#lib/env.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { type Fault, listParameters, readQuery } from '#lib/open-data/parameters.ts'
import { openDataHeaders, problemHeaders, problemOf } from '#lib/open-data/problems.ts'
import { anyPageContext, type PageContext, pageContext } from '../../page-context.ts'

export const address = (path: string): string => absolute(`/api/v1${path}`)

/** Answers with data, without any field that the shape does not name. `next` is the address of the next page. */
export function respond<Shape extends z.ZodType>(shape: Shape, data: z.input<Shape>, next?: string | null): Response {
  const link: Record<string, string> = next ? { link: `<${next}>; rel="next"` } : {}
  return Response.json(shape.parse(data), { headers: { ...openDataHeaders, ...link } })
}

const refusal = (problem: ReturnType<typeof problemOf>) =>
  new Response(JSON.stringify(problem), { status: problem.status, headers: problemHeaders })

export const notFound = (): Response =>
  refusal(problemOf(404, { detail: 'There is no such thing that readers can see.' }))

export const wrong = (...parameters: Fault[]): Response =>
  refusal(problemOf(400, { detail: parameters.map(({ name, reason }) => `${name}: ${reason}`).join('; '), parameters }))

interface ParsedRequest<Parameters> {
  context: PageContext
  asked: Parameters
}

/**
 * Opens a request: reads its parameters, and the newsroom in the language asked for or in its first. Returns the
 * refusal when a parameter is wrong.
 */
export async function open<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): Promise<ParsedRequest<z.output<Schema>> | Response> {
  const read = readQuery(schema, new URL(request.url).searchParams)
  if ('faults' in read) return wrong(...read.faults)
  const { language } = read.asked as { language?: string }
  const context = language ? await pageContext(language) : await anyPageContext(rootLanguage)
  if (!context) return wrong({ name: 'language', reason: 'the newsroom does not speak it' })
  return { context, asked: read.asked }
}

interface List<Item, Data> {
  path: string
  shape: z.ZodType<unknown, { items: Data[]; next: string | null }>
  list: (visit: Visit) => Promise<Item[]>
  dataOf: (item: Item, language: Language) => Data
}

/** Answers with a page of a list that is in memory. */
export async function answerList<Item extends { id: string }, Data>(
  request: Request,
  { path, shape, list, dataOf }: List<Item, Data>,
): Promise<Response> {
  const opened = await open(request, listParameters)
  if (opened instanceof Response) return opened
  const { context, asked } = opened
  const { language } = context.newsroom
  const page = pageOf(await list(context.visit), { ...asked, path, language })
  if (page instanceof Response) return page
  return respond(shape, { items: page.items.map((item) => dataOf(item, language)), next: page.next }, page.next)
}

/** Cuts a page out of a list: `cursor` is the id of the last item seen. */
function pageOf<Item extends { id: string }>(
  items: Item[],
  { limit, cursor, path, language }: { limit: number; cursor?: string | undefined; path: string; language: Language },
): { items: Item[]; next: string | null } | Response {
  const before = cursor === undefined ? -1 : items.findIndex((item) => item.id === cursor)
  if (cursor !== undefined && before < 0)
    return wrong({ name: 'cursor', reason: 'what it points at is there no longer' })
  const page = items.slice(before + 1, before + 1 + limit)
  const last = page.at(-1)
  const goesOn = last && before + 1 + limit < items.length
  return { items: page, next: goesOn ? nextPage(path, { language, limit: String(limit), cursor: last.id }) : null }
}

/** Returns the address of the next page: the same parameters, from the cursor on. */
export const nextPage = (path: string, asked: Record<string, string | undefined>): string => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return address(`${path}?${new URLSearchParams(given)}`)
}
