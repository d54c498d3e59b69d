/**
 * How long what has gone out can be taken back, in milliseconds. Whoever is told of it, is told when that time is over.
 */
export const takeBackWithin = 60_000
