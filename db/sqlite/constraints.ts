import { Refusal } from '#lib/refusal.ts'

/** Does the work, and refuses with `code` if it refers to something that does not exist (any longer). */
export async function refuseUnknown<T>(code: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    if (/foreign key/i.test(String(cause))) throw new Refusal(code)
    throw error
  }
}
