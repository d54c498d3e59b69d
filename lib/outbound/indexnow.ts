/**
 * Tells search engines that a page has changed (IndexNow), so that they need not find out. They believe whoever can put
 * a key at the root of the site.
 */
import { createHmac } from 'node:crypto'
import { absolute } from '../env.ts'
import { newsroomSecret } from '../http/secret.ts'
import { postMessage } from './post-message.ts'

/** Returns the newsroom's key: it follows from the secret, so that it stays the same and nobody else can make it. */
export const indexNowKey = (): string =>
  createHmac('sha256', newsroomSecret()).update('IndexNow').digest('hex').slice(0, 32)

/** Tells a service of IndexNow that pages have changed, all of one host. Throws with the reason when it does not accept. */
export async function notifyIndexNow(service: string, pages: string[]): Promise<void> {
  const key = indexNowKey()
  const { host } = new URL(pages[0] ?? '')
  const told = { host, key, keyLocation: absolute(`/${key}.txt`), urlList: pages }
  await postMessage(service, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(told),
  })
}
