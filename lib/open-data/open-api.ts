/** Describes the open data in OpenAPI 3.1, from the very shapes that answers are cut to. */
import { z } from 'zod'
import { listParameters, noParameters, oneParameters, releaseParameters } from './parameters.ts'
import * as shapes from './shapes.ts'

interface Operation {
  path: string
  name: string
  summary: string
  answer: string
  parameters: z.ZodObject
  tag: string
}

const operations: Operation[] = [
  { path: '', name: 'index', summary: 'What there is', answer: 'Index', parameters: noParameters, tag: 'newsroom' },
  {
    path: '/newsroom',
    name: 'getNewsroom',
    summary: 'The newsroom: its name, languages, standing texts and the organisations behind it',
    answer: 'Newsroom',
    parameters: noParameters,
    tag: 'newsroom',
  },
  {
    path: '/releases',
    name: 'listReleases',
    summary: 'Releases, latest first',
    answer: 'Stories',
    parameters: releaseParameters,
    tag: 'releases',
  },
  {
    path: '/releases/{id}',
    name: 'getRelease',
    summary: 'A release, whole',
    answer: 'Release',
    parameters: noParameters,
    tag: 'releases',
  },
  {
    path: '/releases/{id}/media',
    name: 'getReleaseMedia',
    summary: 'The images and files of a release',
    answer: 'Media',
    parameters: noParameters,
    tag: 'releases',
  },
  {
    path: '/people',
    name: 'listPeople',
    summary: 'Everybody the newsroom presents, in the order of the alphabet',
    answer: 'People',
    parameters: listParameters,
    tag: 'people',
  },
  {
    path: '/people/{id}',
    name: 'getPerson',
    summary: 'Somebody: an id, or the last part of an address',
    answer: 'Profile',
    parameters: oneParameters,
    tag: 'people',
  },
  {
    path: '/topics',
    name: 'listTopics',
    summary: 'Topics with something to read, in the order of the alphabet',
    answer: 'Topics',
    parameters: listParameters,
    tag: 'topics',
  },
  {
    path: '/topics/{id}',
    name: 'getTopic',
    summary: 'A topic: an id, or the last part of an address',
    answer: 'Topic',
    parameters: oneParameters,
    tag: 'topics',
  },
  {
    path: '/series',
    name: 'listSeries',
    summary: 'Series with something to read, in the order of the alphabet',
    answer: 'AllSeries',
    parameters: listParameters,
    tag: 'series',
  },
  {
    path: '/series/{id}',
    name: 'getSeries',
    summary: 'A series: an id, or the last part of an address',
    answer: 'Series',
    parameters: oneParameters,
    tag: 'series',
  },
]

/** Leaves out the pattern where the schema has a format: the format says the same, and the pattern is a line long. */
function plainFormat({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }) {
  if (jsonSchema.format) delete jsonSchema.pattern
}

const schemaAt = (name: string) => ({ $ref: `#/components/schemas/${name}` })

export function openApi({ name, url }: { name: string; url: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}: open data`,
      summary: 'Everything readers can see in the newsroom, to be read by programs.',
      description:
        'Read-only, without keys. Answers carry an ETag: ask again with If-None-Match. Lists come in pages; follow “next”. What is not published yet, or has been withdrawn, is not there.',
      version: '1.0.0',
    },
    servers: [{ url: `${url}/api/v1` }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((tag) => ({ name: tag })),
    paths: Object.fromEntries(operations.map((operation) => [operation.path || '/', { get: described(operation) }])),
    components: { schemas: schemas(), responses: problems() },
  }
}

function described({ path, name, summary, answer, parameters, tag }: Operation) {
  const isOne = path.includes('{id}')
  return {
    operationId: name,
    summary,
    tags: [tag],
    security: [],
    parameters: [
      ...(isOne ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []),
      ...Object.entries(parameters.shape).map(([key, schema]) => queryParameter(key, schema as z.ZodType)),
    ],
    responses: {
      200: {
        description: summary,
        headers: { ETag: { description: 'For If-None-Match.', schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaAt(answer) } },
      },
      304: { description: 'What you have is still true.' },
      400: { $ref: '#/components/responses/BadRequest' },
      ...(isOne ? { 404: { $ref: '#/components/responses/NotFound' } } : {}),
    },
  }
}

function queryParameter(name: string, type: z.ZodType) {
  const { $schema: _, description, ...schema } = z.toJSONSchema(type, { io: 'input', override: plainFormat })
  return { name, in: 'query', ...(description ? { description } : {}), schema }
}

function schemas() {
  const { schemas: made } = z.toJSONSchema(shapes.namedShape, {
    uri: (id) => `#/components/schemas/${id}`,
    override: plainFormat,
  })
  return Object.fromEntries(
    Object.entries(made).map(([id, { $id: _id, $schema: _schema, id: _name, ...schema }]) => [id, schema]),
  )
}

const problems = () =>
  Object.fromEntries(
    [
      ['BadRequest', 'What was asked makes no sense; the problem says which parameter and why.'],
      ['NotFound', 'There is no such thing that readers can see.'],
    ].map(([name, description]) => [
      name,
      { description, content: { 'application/problem+json': { schema: schemaAt('Problem') } } },
    ]),
  )
