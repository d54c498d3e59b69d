/** Signing in as a program does it: no page, only the protocol. */
export const password = 'pressrum-demo'

export interface Cookie {
  name: string
  value: string
}

/** The session cookie of a member of the example newsroom. Fails if the newsroom does not let them in. */
export async function signIn(url: string, email: string): Promise<Cookie> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: url,
      cookie: cookiesOf(first)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const session = cookiesOf(answer).find(({ name }) => name.includes('session-token'))
  if (!session) throw new Error(`${email} was not let in: ${answer.status} ${await answer.text()}`)
  return session
}

function cookiesOf({ headers }: Response): Cookie[] {
  return headers.getSetCookie().map((line) => {
    const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
    return { name, value }
  })
}
