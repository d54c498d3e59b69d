/** What Node can do at best: the same bytes and headers from `node:http`, and nothing else. */
import { createServer } from 'node:http'

export interface Answer {
  status: number
  headers: string[]
  body: string
}

process.on('message', (answer: Answer) => {
  const body = Buffer.from(answer.body, 'base64')
  const server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers)
    response.end(answer.status === 304 ? undefined : body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
