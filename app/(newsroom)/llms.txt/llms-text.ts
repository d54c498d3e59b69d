/** Writes the overview for programs that answer questions, in the form of llmstxt.org. */
import { listLiveReleases } from '#db/live/releases.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { markdownPath, pathTo } from '#lib/urls.ts'
import { summaryOf } from '../head/metadata.ts'
import { type PageContext, pageContext } from '../page-context.ts'

const latestStories = 20

/** Returns the overview: the newsroom in its first language, and what there is in each. */
export async function llmsText(languages: readonly Language[]): Promise<string> {
  const contexts = (await Promise.all(languages.map(pageContext))).filter((one) => one !== undefined)
  const [first] = contexts
  if (!first) return ''
  const { name, texts, tagline, language } = first.newsroom
  const parts = [
    `# ${onOneLine(name)}`,
    ...(tagline.text ? [`> ${onOneLine(tagline.text)}`] : []),
    ...(texts.boilerplate ? [plainText(texts.boilerplate).trim()] : []),
    translator(language, 'newsroom')('as-markdown'),
    ...(await Promise.all(contexts.map((context) => sectionsOf(context, contexts.length > 1)))).flat(),
    [
      '## Optional',
      link('OpenAPI', '/api/v1/openapi.json'),
      link('robots.txt', '/robots.txt'),
      link('RSL', '/license.xml'),
    ].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

const onOneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim()

const link = (name: string, path: string, about = ''): string =>
  `- [${onOneLine(name).replace(/[[\]]/g, '\\$&')}](${absolute(path)})${about ? `: ${onOneLine(about)}` : ''}`

async function sectionsOf({ newsroom, visit }: PageContext, isOneOfSeveral: boolean): Promise<string[]> {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const heading = (text: string) => `## ${text}${isOneOfSeveral ? ` (${rulesOf(language).name})` : ''}`
  const stories = await listLiveReleases(visit, { limit: latestStories })
  const places = (['news', 'people', 'topics', 'series', 'press'] as const).map((section) =>
    link(t(section), markdownPath(pathTo(language, section))),
  )
  const latest = stories.map((story) =>
    link(story.title, markdownPath(pathTo(language, 'news', story.slug)), summaryOf(story)),
  )
  return [
    [heading(t('latest')), ...latest].join('\n'),
    [heading(t('pages')), ...places, link(t('feeds'), pathTo(language, 'feeds'))].join('\n'),
  ]
}
