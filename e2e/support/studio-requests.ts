/** Asking as programs do that are not browsers. */
import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Asks without the help of a client that unpacks, follows or tidies addresses. */
export function ask(url: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(url)
  return new Promise<Answer>((resolve, reject) => {
    request({ hostname, port, path, ...options }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
    })
      .once('error', reject)
      .end()
  })
}
