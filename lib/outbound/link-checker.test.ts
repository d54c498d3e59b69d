import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { linkChecker } from './link-checker.ts'
import type { NetworkAccess } from './probe-link.ts'

const seen: string[] = []
let open = 0
let maxOpen = 0
const server = createServer((request, response) => {
  seen.push(request.url ?? '')
  open++
  maxOpen = Math.max(maxOpen, open)
  setTimeout(() => {
    open--
    response.end()
  }, 20)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const web: NetworkAccess = { resolve: async () => ['127.0.0.1'], mayConnect: () => true }
const at = (path: string) => `http://news.example:${port}${path}`

test('an address is asked for once, however many texts link there, and not for its places', async () => {
  const check = linkChecker(web)
  const [first, second] = await Promise.all([check([at('/a'), at('/a#there')], 'maja'), check([at('/a')], 'olof')])
  await check([at('/a#here')], 'olof')
  expect([...first, ...second].map(({ state }) => state)).toEqual(['answers', 'answers', 'answers'])
  expect(seen).toEqual(['/a'])
})

test('a few are asked at a time', async () => {
  const check = linkChecker(web)
  const answers = await check(
    Array.from({ length: 20 }, (_, n) => at(`/${n}`)),
    'maja',
  )
  expect(answers).toHaveLength(20)
  expect(maxOpen).toBeGreaterThan(1)
  expect(maxOpen).toBeLessThanOrEqual(4)
})

test('a member who asks for too much has to wait; another does not, nor what is known already', async () => {
  const check = linkChecker({ ...web, resolve: async () => ['10.0.0.1'], mayConnect: () => false })
  const many = Array.from({ length: 200 }, (_, n) => at(`/many/${n}`))
  await check(many, 'maja')
  await expect(check([at('/one-more')], 'maja')).rejects.toThrow('too-many-links')
  expect(await check(many.slice(0, 3), 'maja')).toHaveLength(3)
  expect(await check([at('/one-more')], 'olof')).toEqual([{ state: 'refused' }])
})
