/** Returns where to go after signing in: a page on this site, and nowhere else. */
export function nextPath(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return '/studio'
  const url = new URL(asked, 'http://here.invalid')
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : '/studio'
}
