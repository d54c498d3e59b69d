/** One process serves a newsroom that is a file, so nobody else does anything meanwhile. */
import type { Work } from './connections.ts'

/** Does the work. */
export const alone = <T>(_what: Work, work: () => Promise<T>): Promise<T> => work()

/** Does the work. */
export const unlessElsewhere = (_what: Work, work: () => Promise<void>): Promise<void> => work()
