import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { S3Address } from '../store-address.ts'
import { listObjects } from './list-objects.ts'
import { send, sendPlain, textOf } from './s3-client.ts'
import { StoreFailure, whyUnusable } from './s3-failure.ts'

/**
 * Tries all that the newsroom will do in a store: to list, store, read and remove a file. Returns why that cannot be done,
 * in a sentence for the operator, or undefined.
 */
export async function s3Trouble(address: S3Address): Promise<string | undefined> {
  const key = `${address.prefix}start-${randomUUID()}`
  const content = Buffer.from('Pressrum has tried whether it may store files here.\n')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = { open: () => Readable.from([content]), size: content.length, sha256 }
  const tried = { ...address, isTrial: true }
  const steps: Record<string, () => Promise<unknown>> = {
    list: () => listObjects(tried, address.prefix, 1).next(),
    store: () => sendPlain(tried, { method: 'PUT', key, file }),
    async read() {
      const found = await textOf(await send(tried, { method: 'GET', key }))
      if (found !== content.toString()) throw new StoreFailure('answers with something else', { status: 200 })
    },
    remove: () => sendPlain(tried, { method: 'DELETE', key }),
  }
  const { host } = new URL(address.endpoint)
  let isStored = false
  for (const [wish, step] of Object.entries(steps)) {
    try {
      await step()
      if (wish === 'store') isStored = true
    } catch (error) {
      // What the trial has stored is not left behind, if it can be helped.
      if (isStored && wish !== 'remove') await sendPlain(tried, { method: 'DELETE', key }).catch(() => {})
      if (!(error instanceof StoreFailure)) throw error
      return whyUnusable(error, { ...address, host, wish })
    }
  }
}
