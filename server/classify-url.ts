/**
 * Decides which part of the server answers an address, and the key under which its answer is stored. However an address
 * is spelt (encoded letters, unknown parameters) one page has one key, so that nobody can fill the cache with copies of
 * it.
 */
import { languages } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { isOpenData } from '#lib/open-data/problems.ts'
import { imagesZipPath } from '#lib/urls.ts'
import { isCurrentWords, languageOfWords } from '#lib/words-script.ts'

export type ClassifiedUrl =
  | { kind: 'reader' | 'file' | 'build'; key: string }
  | { kind: 'studio'; path: string }
  | { kind: 'guest'; path: string }
  /** A redirect to the same address in lower case. */
  | { kind: 'moved'; to: string }
  | { kind: 'refused'; status: 400 | 404 }

/** Every query parameter that a reader's page understands. Others are dropped before the page is made. */
const readerParameters = [
  ...new Set(
    languages.flatMap((language) => {
      const { urls, search } = messagesIn(language)
      return [urls.page, urls.about, urls.organisation, urls.role, ...Object.values(search.parameters)]
    }),
  ),
  'q',
]

const plainPath = /^\/[\w./~-]*$/
/**
 * Where the studio answers, and the pages before it: exactly those there are. At any other address beside them the page
 * for readers answers that it is missing, and only of what is theirs is its status known.
 */
const studioPath =
  /^\/(?:studio(?:\/|$)|api\/|(?:sign-in|setup|account\/forgotten|account\/(?:email|invitation|password|unsubscribe)\/[^/]+)\/?$)/
const guestPath = /^\/(?:preview|sign-off|embargo|meeting)(?:\/|$)/
/** The endings by which Next asks itself for the parts of a page. Nobody else has a use for them. */
const frameworkPart = /\.(?:rsc|segments|action|meta|body)(?:\/|$)/
const maxPageUrlLength = 2_000
const maxOtherUrlLength = 8_000

export function classifyUrl(url: string): ClassifiedUrl {
  const cut = url.indexOf('?')
  const rawPath = cut < 0 ? url : url.slice(0, cut)
  const path = plainPath.test(rawPath) ? rawPath : canonicalPath(rawPath)
  if (typeof path === 'number') return { kind: 'refused', status: path }
  if (/\/(?:\/|\.{1,2}(?:\/|$))/.test(path) || frameworkPart.test(path)) return { kind: 'refused', status: 404 }
  const isStudio = studioPath.test(path) && !isOpenData(path)
  if (url.length > (isStudio ? maxOtherUrlLength : maxPageUrlLength)) return { kind: 'refused', status: 400 }
  // Next reads the address anew, and must not find another page in it than was found here.
  if (isStudio) return path === rawPath ? { kind: 'studio', path } : { kind: 'refused', status: 404 }
  if (guestPath.test(path)) return { kind: 'guest', path }
  if (path.startsWith('/_next/')) {
    return path.startsWith('/_next/static/') ? { kind: 'build', key: path } : { kind: 'refused', status: 404 }
  }
  if (path.startsWith('/words/')) {
    // Words that are not those of now are for a page of another version: never kept, since anybody can make up such an
    // address.
    if (isCurrentWords(path)) return { kind: 'build', key: path }
    return languageOfWords(path) ? { kind: 'studio', path } : { kind: 'refused', status: 404 }
  }
  if (path.startsWith('/files/')) return { kind: 'file', key: path }
  const small = inSmallLetters(path)
  if (small !== path) return { kind: 'moved', to: small + (cut < 0 ? '' : url.slice(cut)) }
  if (cut < 0) return { kind: 'reader', key: path }
  const query = url.slice(cut + 1)
  return { kind: 'reader', key: path + (readsQuery(path) ? sortedQuery(query) : knownQuery(query)) }
}

/**
 * Returns the one way to spell a path, decoded once: what is decoded to a slash is part of a name, and no name of ours
 * has one. A path that cannot be read is 400, and one with such a name 404.
 */
function canonicalPath(path: string): string | 400 | 404 {
  if (!path.startsWith('/')) return 400
  try {
    const names = path.split('/').map(decodeURIComponent)
    if (names.some((name) => /[\\\p{Cc}]/u.test(name))) return 400
    return names.some((name) => name.includes('/')) ? 404 : names.map(encodeURIComponent).join('/')
  } catch {
    return 400
  }
}

/** The path in lower case. Next accepts a path in any case, and each spelling would be stored as a page of its own. */
const inSmallLetters = (path: string): string =>
  plainPath.test(path)
    ? path.toLowerCase()
    : path.replace(/[^/]+/g, (part) => encodeURIComponent(decodeURIComponent(part).toLowerCase()))

const zipPaths = languages.map(imagesZipPath)

/**
 * Whether the path gets its whole query: the open data answers unknown parameters with an error of its own, oEmbed takes
 * a whole address, and a ZIP of images the same parameter several times.
 */
const readsQuery = (path: string) => isOpenData(path) || path === '/oembed' || zipPaths.includes(path)

function sortedQuery(query: string): string {
  const given = new URLSearchParams(query)
  given.sort()
  return given.size ? `?${given}` : ''
}

function knownQuery(query: string): string {
  const given = new URLSearchParams(query)
  const known = new URLSearchParams()
  for (const name of readerParameters) {
    const value = given.get(name)
    if (value) known.set(name, value)
  }
  return known.size ? `?${known}` : ''
}
