/** Gives each block a key for React: its place, since published text does not change order. */
export const keyed = <T>(blocks: T[]): { key: string; block: T }[] =>
  blocks.map((block, place) => ({ key: String(place), block }))
