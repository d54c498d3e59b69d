/** Tells a WebSub hub that a feed has changed, so that the hub tells its subscribers at once. */
import { postMessage } from './post-message.ts'

/** Tells a hub that a feed has changed. Throws with the reason when the hub does not accept. */
export const notifyHub = (hub: string, feed: string): Promise<void> =>
  postMessage(hub, { body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }) })
