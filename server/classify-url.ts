/**
 * Decides which part of the server answers an address, and the key under which its answer is stored. However an address
 * is spelt (encoded letters, unknown parameters) one page has one key, so that nobody can fill the cache with copies of
 * it.
 */
import { languages } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { isOpenData } from '#lib/open-data/problems.ts'

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
      return [urls.page, urls.organisation, urls.role, ...Object.values(search.parameters)]
    }),
  ),
  'q',
]

const plainPath = /^\/[\w./~-]*$/
const studioPath = /^\/(?:(?:studio|sign-in|setup)(?:\/|$)|api\/)/
const guestPath = /^\/preview(?:\/|$)/
const maxPageUrlLength = 2_000
const maxOtherUrlLength = 8_000

export function classifyUrl(url: string): ClassifiedUrl {
  const cut = url.indexOf('?')
  const rawPath = cut < 0 ? url : url.slice(0, cut)
  const path = plainPath.test(rawPath) ? rawPath : canonicalPath(rawPath)
  if (path === undefined) return { kind: 'refused', status: 400 }
  if (/\/(?:\/|\.{1,2}(?:\/|$))/.test(path)) return { kind: 'refused', status: 404 }
  const isStudio = studioPath.test(path) && !isOpenData(path)
  if (url.length > (isStudio ? maxOtherUrlLength : maxPageUrlLength)) return { kind: 'refused', status: 400 }
  if (isStudio) return { kind: 'studio', path }
  if (guestPath.test(path)) return { kind: 'guest', path }
  if (path.startsWith('/_next/')) {
    return path.startsWith('/_next/static/') ? { kind: 'build', key: path } : { kind: 'refused', status: 404 }
  }
  if (path.startsWith('/files/')) return { kind: 'file', key: path }
  const small = inSmallLetters(path)
  if (small !== path) return { kind: 'moved', to: small + (cut < 0 ? '' : url.slice(cut)) }
  if (cut < 0) return { kind: 'reader', key: path }
  const query = url.slice(cut + 1)
  return { kind: 'reader', key: path + (readsQuery(path) ? sortedQuery(query) : knownQuery(query)) }
}

function canonicalPath(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined
  try {
    const decoded = decodeURIComponent(path)
    if (/[\\\p{Cc}]/u.test(decoded)) return undefined
    return decoded.split('/').map(encodeURIComponent).join('/')
  } catch {
    return undefined
  }
}

/** The path in lower case. Next accepts a path in any case, and each spelling would be stored as a page of its own. */
const inSmallLetters = (path: string): string =>
  plainPath.test(path)
    ? path.toLowerCase()
    : path.replace(/[^/]+/g, (part) => encodeURIComponent(decodeURIComponent(part).toLowerCase()))

/**
 * Whether the path gets its whole query: the open data answers unknown parameters with an error of its own, and oEmbed
 * takes a whole address.
 */
const readsQuery = (path: string) => isOpenData(path) || path === '/oembed'

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
