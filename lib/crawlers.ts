/** Knows for what purposes programs fetch public pages, and by what names they do. */

export const crawlPurposes = ['search', 'answers', 'training'] as const
export type CrawlPurpose = (typeof crawlPurposes)[number]

/** The programs that fetch for one purpose, by the names they answer to in `robots.txt`, as their makers tell. */
export const crawlers: Record<CrawlPurpose, string[]> = {
  search: [
    ...['Googlebot', 'Bingbot', 'DuckDuckBot', 'Applebot', 'Qwantbot', 'MojeekBot', 'SeznamBot', 'YandexBot'],
    ...['Baiduspider', 'PetalBot'],
  ],
  answers: [
    ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User'],
    ...['MistralAI-User', 'DuckAssistBot', 'meta-externalfetcher', 'Google-CloudVertexBot', 'Amzn-SearchBot'],
  ],
  training: [
    ...['GPTBot', 'ClaudeBot', 'anthropic-ai', 'Google-Extended', 'Applebot-Extended', 'meta-externalagent', 'CCBot'],
    ...['Amazonbot', 'Bytespider', 'cohere-training-data-crawler', 'AI2Bot', 'Diffbot', 'PanguBot', 'omgili'],
  ],
}

/** What each purpose is called in the `Content-Signal` of `robots.txt`. */
export const signals: Record<CrawlPurpose, string> = { search: 'search', answers: 'ai-input', training: 'ai-train' }

/** The uses that each purpose is in Really Simple Licensing (RSL 1.0). */
export const licensedUses: Record<CrawlPurpose, string[]> = {
  search: ['search'],
  answers: ['ai-input', 'ai-index'],
  training: ['ai-train'],
}
