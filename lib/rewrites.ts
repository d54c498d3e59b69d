/**
 * Leads from the addresses that readers use to the pages that answer. It is done before Next sees a request: Next would
 * compile the patterns anew for each one, which was a tenth of what a page costs.
 */

import { feedFormats } from './formats/feed-formats.ts'
import type { RequestHandler } from './http/rendered.ts'
import { languages } from './locale.ts'
import { messagesIn } from './messages.ts'
import { slugify } from './slug.ts'
import {
  askedPath,
  askPath,
  cardPath,
  comparisonPath,
  feedPath,
  imageBankPath,
  imagesZipPath,
  manifestPath,
  meetingPath,
  ninjsPath,
  nouns,
  pathTo,
  periodPath,
  pressKitPath,
  quotesPath,
  tablePath,
  thanksPath,
  urlSections,
  versionPath,
} from './urls.ts'

interface Rewrite {
  /** Parts of a path: `:name` is any part, `:name(…)` one of the form in the brackets. */
  source: string
  destination: string
}

/** The patterns of numbers in an address. */
const [year, month, anyNumber] = [':year(\\d{4})', ':month(\\d{2})', ':number([1-9]\\d{0,3})']
const [older, newer] = [':older([1-9]\\d{0,3})', ':newer([1-9]\\d{0,3})']

/** From the addresses that readers use to the pages that answer. */
const rewrites: Rewrite[] = languages.flatMap((language) => [
  { source: pathTo(language), destination: `/${language}` },
  { source: manifestPath(language), destination: `/${language}/manifest` },
  { source: thanksPath(language), destination: `/${language}/accessibility/thanks` },
  ...urlSections.map((section) => ({ source: pathTo(language, section), destination: `/${language}/${section}` })),
  // Years and kinds come before releases, whose addresses look the same.
  { source: periodPath(language, year), destination: `/${language}/archive/:year` },
  ...Object.values(messagesIn(language).kinds).map((kind) => ({
    source: pathTo(language, 'news', slugify(kind)),
    destination: `/${language}/archive/${slugify(kind)}`,
  })),
  { source: periodPath(language, year, month), destination: `/${language}/archive/:year/:month` },
  ...nouns.map((section) => ({
    source: pathTo(language, section, ':slug'),
    destination: `/${language}/${section}/:slug`,
  })),
  { source: imageBankPath(language), destination: `/${language}/press/images` },
  { source: askPath(language), destination: `/${language}/press/ask` },
  { source: askedPath(language), destination: `/${language}/press/ask/thanks` },
  { source: quotesPath(language, ':slug'), destination: `/${language}/people/:slug/quotes` },
  { source: imagesZipPath(language), destination: `/${language}/press/images.zip` },
  { source: cardPath(language, ':slug'), destination: `/${language}/people/:slug/vcard.vcf` },
  { source: cardPath(language), destination: `/${language}/press/vcard.vcf` },
  { source: pressKitPath(language, ':slug'), destination: `/${language}/news/:slug/material.zip` },
  { source: meetingPath(language, ':slug'), destination: `/${language}/news/:slug/meeting.ics` },
  {
    source: tablePath(language, ':slug', anyNumber),
    destination: `/${language}/news/:slug/table/:number`,
  },
  {
    source: versionPath(language, ':slug', anyNumber),
    destination: `/${language}/news/:slug/version/:number`,
  },
  {
    source: comparisonPath(language, ':slug', older, newer),
    destination: `/${language}/news/:slug/compare/:older/:newer`,
  },
  { source: ninjsPath(language), destination: `/${language}/ninjs` },
  ...nouns.map((section) => ({
    source: ninjsPath(language, section, ':slug'),
    destination: `/${language}/ninjs/${section}/:slug`,
  })),
  ...feedFormats.flatMap((format) => [
    { source: feedPath(language, format), destination: `/${language}/feeds/${format}` },
    {
      source: feedPath(language, format, 'corrections'),
      destination: `/${language}/feeds/${format}/corrections`,
    },
    ...nouns.map((section) => ({
      source: feedPath(language, format, section, ':slug'),
      destination: `/${language}/feeds/${format}/${section}/:slug`,
    })),
  ]),
])

/** From the path of a page to the address in the reader's language. */
const redirects: Rewrite[] = rewrites
  .filter(({ source, destination }) => source !== destination)
  .map(({ source, destination }) => ({ source: destination, destination: source.replace(/\(.*?\)/g, '') }))

/** Prepares rewrites, and returns a function that leads a path on by the first that knows it. */
function leadingOn(known: Rewrite[]): (path: string) => string | undefined {
  const prepared = known.map(({ source, destination }) => ({
    pattern: patternOf(source),
    target: destination.replace(/:(\w+)/g, '$<$1>'),
  }))
  return (path) => {
    const found = prepared.find(({ pattern }) => pattern.test(path))
    return found && path.replace(found.pattern, found.target)
  }
}

const patternOf = (source: string) =>
  new RegExp(
    `^${source.replace(/:(\w+)(?:\((.*?)\))?|\./g, (part, name, form = '[^/]+') => (name ? `(?<${name}>${form})` : `\\${part}`))}$`,
    'i',
  )

// The key of IndexNow must lie at the root.
const pageAt = leadingOn([...rewrites, { source: '/:key([\\da-f]{32}).txt', destination: '/indexnow/:key' }])
const addressOf = leadingOn(redirects)

/** Wraps Next's request handler so that a page answers at its reader's address: its own path leads there. */
export const withReaderPaths =
  (handler: RequestHandler): RequestHandler =>
  async (request, response) => {
    const asked = request.url ?? '/'
    const [, path = '/', query = ''] = /^([^?]*)(.*)$/s.exec(asked) ?? []
    const address = addressOf(path)
    if (address !== undefined) {
      response.writeHead(308, { location: address + query }).end()
      return
    }
    request.url = (pageAt(path) ?? path) + query
    try {
      await handler(request, response)
    } finally {
      request.url = asked
    }
  }
