/** Whether two drafts say the same, whatever order their fields were written down in. */
export const sameText = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** Returns a string that is the same for equal values, whatever order their fields were written in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
