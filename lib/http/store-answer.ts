import { Refusal } from '../refusal.ts'

/** A browser that is sent nothing else asks again when somebody next opens the page. */
const away = { 'retry-after': '5', 'cache-control': 'no-store' }

/** Whether something failed because the store of files does not answer. */
export const isStoreAway = (error: unknown): boolean => error instanceof Refusal && error.code === 'storage-unavailable'

/**
 * Answers with what is made from the library's files, or with a 503 that nobody keeps while the store does not answer: a
 * 404 would say that there is no such file, and search engines and caches would believe it.
 */
export async function whileStored(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!isStoreAway(error)) throw error
    return new Response(null, { status: 503, headers: away })
  }
}
