/** Does something with each, a few at once. After the first failure nothing further is begun, and what is under way ends. */
export async function inLanes<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = Iterator.from(items)
  let failure: { error: unknown } | undefined
  const lane = async () => {
    for (let next = waiting.next(); !next.done && !failure; next = waiting.next()) {
      await work(next.value).catch((error) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failure) throw failure.error
}
