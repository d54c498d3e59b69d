/** A hub and a service of IndexNow on this machine, which note what they are told, and when. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface ToldService {
  /** The addresses of the two, as the environment of a server names them. */
  environment: { INDEXNOW_URL: string; WEBSUB_HUB: string }
  /** The moments at which each page was told of, by its path. */
  pages: Map<string, number[]>
  /** The moments at which each feed was told of, by its path. */
  feeds: Map<string, number[]>
  close(): void
}

export async function startToldService(): Promise<ToldService> {
  const [pages, feeds] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const note = (told: Map<string, number[]>, url: string, at: number) => {
    const { pathname } = new URL(url)
    told.set(pathname, [...(told.get(pathname) ?? []), at])
  }
  const server = createServer(async (request, response) => {
    const at = Date.now()
    const body = await text(request)
    if (request.url === '/hub') note(feeds, new URLSearchParams(body).get('hub.url') ?? '', at)
    else for (const url of (JSON.parse(body) as { urlList: string[] }).urlList) note(pages, url, at)
    response.writeHead(202).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { environment: { INDEXNOW_URL: `${url}/indexnow`, WEBSUB_HUB: `${url}/hub` }, pages, feeds, close }
}
