/** Blocks with a key each: published text does not change order, so its place is its name. */
export const keyed = <T>(blocks: T[]): { key: string; block: T }[] =>
  blocks.map((block, place) => ({ key: String(place), block }))
