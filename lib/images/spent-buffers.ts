/**
 * What has been streamed through lies in buffers outside the heap, and the collector, which counts the heap, lets a hundred
 * megabytes of them pile up before it looks. A small collection (some 2 ms) each time so much has come keeps them few.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' | 'major' }) => void

const between = 16 * 1024 * 1024
/** Next bundles this module more than once; the bytes are counted together. */
const processWide = globalThis as { [spentKey]?: { bytes: number; collect: Collect } }
const spentKey = Symbol.for('pressrum.spent-buffers')

/** Says that this many bytes have been read and written on. */
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
