/** Opens the caches of finished answers, and makes each kind: pages, files of the library, and files of the build. */

import type { Rendered } from '#lib/http/rendered.ts'
import { assetHeaders } from '#lib/http/security-headers.ts'
import { forCdn } from './cdn-headers.ts'
import { markdownResponse, pageToWrite } from './markdown-response.ts'
import { createPageCache, type Epoch, type Made, type PageCache, type PageCacheOptions } from './page-cache.ts'
import { fallbackResponse } from './plain-answer.ts'
import { isPersonal, missingPage, readerResponse } from './reader-response.ts'
import type { RenderPage } from './render.ts'
import { type StoredResponse, storePage, storeResponse } from './stored-response.ts'

export interface PagesOptions
  extends Pick<PageCacheOptions, 'edition' | 'editionOnArrival' | 'askEdition' | 'nextExpiry'> {
  publicUrl: string
  /** How many seconds a CDN in front may keep what is for everybody. */
  cdnMaxAge?: number | undefined
  isSetUp(): Promise<boolean>
  /** Finds a file of another version's build, for pages that another node has sent. */
  findBuildFile?(key: string): Promise<Rendered | undefined>
  /** Makes a response and tracks what it was read from. */
  trackReads<T>(make: () => Promise<T>): Promise<{ made: T; stillValid(epoch: Epoch): Promise<boolean> }>
}

export interface Pages {
  /** Readers' pages and files, by their addresses. */
  pages: PageCache
  /** The files of the build, and everything under `public/`. */
  build: PageCache
}

const mebibyte = 1024 * 1024
/** The quality of brotli where nobody waits: the highest. */
const buildQuality = 11

/** Opens the two caches. `common` are the headers of every answer. */
export function makePages(options: PagesOptions, renderPage: RenderPage, common: Record<string, string>): Pages {
  const {
    publicUrl,
    edition,
    editionOnArrival,
    askEdition,
    nextExpiry,
    cdnMaxAge,
    isSetUp,
    trackReads,
    findBuildFile,
  } = options

  const pages = createPageCache({
    edition,
    editionOnArrival,
    askEdition,
    nextExpiry,
    make: (key) => (key.startsWith('/files/') ? makeFile(key) : makePage(key)),
    isTransient: isFleeting,
    maxBytes: 40 * mebibyte,
    maxTransientBytes: 4 * mebibyte,
  })
  // Files of the build stay the same while this process lives.
  const build = createPageCache({
    edition: () => 0,
    editionOnArrival: () => 0,
    nextExpiry: async () => ({ change: Number.POSITIVE_INFINITY, midnight: Number.POSITIVE_INFINITY }),
    make: makeBuildFile,
    isTransient: (_, response) => response?.status !== 200,
    maxBytes: 16 * mebibyte,
    maxTransientBytes: mebibyte,
  })

  async function makePage(key: string): Promise<Made> {
    if (!(await isSetUp()))
      return { response: await storePage(fallbackResponse('not-set-up', key, common)), keep: 'no' }
    const written = pageToWrite(key)
    const { made: rendered, stillValid } = await trackReads(() => renderPage(written ?? key))
    if (rendered === 'too-large') return { response: undefined, keep: 'yes', stillValid }
    const page = readerResponse(written ?? key, rendered, common)
    const answer = written ? markdownResponse(written, page, { publicUrl, common }) : page
    const response = await storePage(isPersonal(rendered) ? answer : forCdn(key, answer, cdnMaxAge))
    // A transient response is not worth the memory of what it was read from.
    const isStable = response.status === 200 && !key.includes('?')
    return { response, keep: isPersonal(rendered) ? 'no' : 'yes', stillValid: isStable ? stillValid : undefined }
  }

  async function makeFile(key: string): Promise<Made> {
    const { made: rendered, stillValid } = await trackReads(() => renderPage(key))
    if (rendered === 'too-large') return { response: undefined, keep: 'yes', stillValid }
    const isPublic = rendered.status === 200 && !isPersonal(rendered)
    const answer = readerResponse(key, rendered, common)
    const response = await storePage(isPublic ? forCdn(key, answer, cdnMaxAge) : answer)
    return { response, keep: isPublic ? 'yes' : 'no', stillValid }
  }

  async function makeBuildFile(key: string): Promise<Made> {
    const own = await renderPage(key)
    if (own === 'too-large') return { response: undefined, keep: 'yes' }
    // In the place of a file that is not there Next makes a page.
    const isMissing = own.status === 404 || String(own.headers['content-type']).startsWith('text/html')
    const found = isMissing ? await findBuildFile?.(key) : own
    // What is missing now another node may bring.
    if (!found) return { response: await storePage(missingPage(key, common)), keep: findBuildFile ? 'no' : 'yes' }
    const headers = { ...found.headers, ...assetHeaders(publicUrl) }
    return { response: await storeResponse({ ...found, headers }, { quality: buildQuality }), keep: 'yes' }
  }

  return { pages, build }
}

/**
 * Addresses with queries, addresses of nothing and names to save a file under can be made up without end; share pictures,
 * cut pictures and press kits are cheap to make again from what lies on disk.
 */
const isFleeting = (key: string, response: StoredResponse | undefined): boolean =>
  /[?]|^\/(?:share|crops)\/|\.zip$|^\/files\/[^/]*\/[^/]*_/.test(key) ||
  (response !== undefined && response.status !== 200)
