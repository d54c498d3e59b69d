/** Rules about links: their words say where they lead, and they lead somewhere. */
import { leadsSomewhere } from '../document/heading-ids.ts'
import { languages, listed, rulesOf } from '../locale.ts'
import { linksIn } from './reading.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'
import { openingWords } from './structure.ts'

export const hasLinks = (text: Text): boolean => linksIn(text).length > 0

/** Vague link texts of all languages at once: a Swedish text may well link “read more”. */
const vague = new Set(languages.flatMap((language) => listed(rulesOf(language)['vague-links'])))

/** Finds links whose words do not say where they lead: screen readers read links aloud on their own, in a list. */
export function vagueLinks(text: Text): Finding[] {
  return linksIn(text).flatMap(({ href, text: words, place }): Finding[] => {
    const plain = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return vague.has(plain) || isAddress(words.trim(), href) ? [{ place, values: { words: openingWords(words) } }] : []
  })
}

/**
 * Whether the words spell out an address: `https://…`, `www.…`, or the linked address with a path. The name of a site
 * alone is a name.
 */
function isAddress(words: string, href: string): boolean {
  if (/^(https?:\/\/|www\.)\S+$/i.test(words)) return true
  return /^[^\s/]+\.[^\s/]+\/\S/.test(words) && href.includes(words)
}

/** Returns the addresses in the text that the server can check: on the web, or in this newsroom. */
export function addressesIn(text: Pick<Text, 'body'>): string[] {
  return [...new Set(linksIn(text).flatMap(({ href }) => (/^(https?:|\/)/i.test(href) ? [href] : [])))]
}

/** Whether every link has been checked and leads somewhere. */
export const linksAreKnown = (text: Text, { links }: KnownNewsroom): boolean => {
  const addresses = addressesIn(text)
  return addresses.length > 0 && addresses.every((address) => links.get(address) === 'answers')
}

/** Finds links to pages that are not there, and links within the text to places that are not. */
export function deadLinks(text: Text, { links, language }: KnownNewsroom): Finding[] {
  const isBroken = (href: string) =>
    href.startsWith('#') ? !leadsSomewhere(href, text.body, language) : links.get(href) === 'broken'
  return linksIn(text)
    .filter(({ href }) => isBroken(href))
    .map(({ text: words, place }) => ({ place, values: { words: openingWords(words) } }))
}
