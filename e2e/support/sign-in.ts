/** Signing in as a program does it: no page, only the protocol. */
export const password = 'pressrum-demo'

export interface Cookie {
  name: string
  value: string
}

/** The session cookie of a member of the example newsroom. Fails if the newsroom does not let them in. */
export async function signIn(url: string, email: string): Promise<Cookie> {
  const answer = await trySignIn(url, { email, password })
  const session = sessionIn(answer)
  if (!session) throw new Error(`${email} was not let in: ${answer.status} ${await answer.text()}`)
  return session
}

/** Sends what the sign-in form sends, and whatever headers else, and resolves to the answer. */
export async function trySignIn(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const cookie = cookiesOf(first).map(({ name, value }) => `${name}=${value}`)
  return fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, ...headers, cookie: [...cookie, headers.cookie ?? []].flat().join('; ') },
    body: new URLSearchParams({ csrfToken, json: 'true', ...fields }),
  })
}

/** The session that an answer opens, if it does. */
export const sessionIn = (answer: Response): Cookie | undefined =>
  cookiesOf(answer).find(({ name, value }) => name.includes('session-token') && value !== '')

function cookiesOf({ headers }: Response): Cookie[] {
  return headers.getSetCookie().map((line) => {
    const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
    return { name, value }
  })
}
