/**
 * The clock as Node has it, in milliseconds since 1970. This file is read before Next, which puts a `Date.now` of its own
 * in place that looks up, at each call, what is being rendered.
 */
export const systemTime = Date.now
