/** Leads from the addresses that readers use to the pages that answer, for Next's configuration. */
import { feedFormats } from './formats/feed-formats.ts'
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

/** The patterns of numbers in an address. */
const [year, month, anyNumber] = [':year(\\d{4})', ':month(\\d{2})', ':number([1-9]\\d{0,3})']
const [older, newer] = [':older([1-9]\\d{0,3})', ':newer([1-9]\\d{0,3})']

/** Returns Next's rewrites from the addresses that readers use to the pages that answer. */
export function localeRewrites(): { source: string; destination: string }[] {
  return languages.flatMap((language) => [
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
}

/** Returns Next's redirects from the internal address of a page to the one in the reader's language. */
export function localeRedirects(): { source: string; destination: string; permanent: true }[] {
  return localeRewrites()
    .filter(({ source, destination }) => source !== destination)
    .map(({ source, destination }) => ({
      source: destination,
      destination: source.replace(/\(.*?\)/g, ''),
      permanent: true,
    }))
}
