/**
 * Has the buffers of uploads collected in time. They lie outside the heap, and the collector, which counts only the
 * heap, lets a hundred megabytes of them pile up. A small collection (some 2 ms) after every so many bytes keeps them
 * few.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' | 'major' }) => void

const between = 16 * 1024 * 1024
/** Next bundles this module more than once; the bytes are counted together. */
const processWide = globalThis as { [spentKey]?: { bytes: number; collect: Collect } }
const spentKey = Symbol.for('pressrum.spent-buffers')

/** Counts bytes that have been read and passed on, and has the collector run when they are enough. */
export function countSpent(bytes: number): void {
  processWide[spentKey] ??= { bytes: 0, collect: collector() }
  const spent = processWide[spentKey]
  spent.bytes += bytes
  if (spent.bytes < between) return
  spent.bytes = 0
  spent.collect({ type: 'minor' })
}

function collector(): Collect {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}
