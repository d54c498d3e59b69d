/** Whether a browser reads an address as a path on this site: two slashes, either way round, begin another host. */
const isPath = (address: string): boolean => /^\/(?![/\\])/.test(address)

/** Returns where to go after signing in: a page on this site, and nowhere else. */
export function nextPath(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !isPath(asked)) return '/studio'
  const url = URL.parse(asked, 'http://here.invalid')
  if (url?.host !== 'here.invalid') return '/studio'
  // What is resolved may begin with two slashes, though what was asked for did not: `/.//elsewhere.example`.
  const path = url.pathname + url.search + url.hash
  return isPath(path) ? path : '/studio'
}
