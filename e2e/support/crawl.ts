/** Asks, as a stranger, for every address there is: what the build has, with given values in its gaps, and what sitemaps list. */
import type { APIRequestContext } from '@playwright/test'
import { builtAddresses } from './built.ts'

const atOnce = 8

/** Every address of the build that can be fetched, once for each choice of values for its gaps. */
function filledAddresses(gaps: Record<string, string[]>): string[] {
  const fetched = builtAddresses().filter((address) => /^(PAGE|GET) /.test(address))
  return fetched.flatMap((address) => {
    let filled = [address.replace(/^\w+ /, '')]
    for (const [gap, name = ''] of address.matchAll(/\[+(?:\.\.\.)?(\w+)\]+/g))
      filled = filled.flatMap((path) => (gaps[name] ?? ['nowhere']).map((value) => path.replace(gap, value)))
    return filled
  })
}

/** Returns the addresses whose answers, with their headers, hold one of the secrets, and how many were asked for. */
export async function crawlFor(
  secrets: string[],
  { request, gaps, more }: { request: APIRequestContext; gaps: Record<string, string[]>; more: string[] },
): Promise<{ told: string[]; asked: number }> {
  const sitemaps = ['/sitemap.xml', '/news-sitemap.xml', '/sitemaps/1.xml', '/llms.txt']
  const listed = await Promise.all(sitemaps.map(async (path) => (await request.get(path)).text()))
  const found = listed.flatMap((text) =>
    [...text.matchAll(/https?:\/\/[^\s<)"]+/g)].map(([url]) => new URL(url).pathname),
  )
  const left = [...new Set([...filledAddresses(gaps), ...found, ...more])]
  const asked = left.length
  const told: string[] = []
  const ask = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const answer = await request.get(path)
      const text = `${answer.url()} ${JSON.stringify(answer.headers())} ${await answer.body()}`
      if (secrets.some((secret) => text.includes(secret))) told.push(path)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))
  return { told, asked }
}
