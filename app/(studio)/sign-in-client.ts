'use client'
/**
 * Signs in and out in the browser, by next-auth's protocol. Its own client makes more requests, and leaves the page
 * when the server does not answer; this one throws instead, and the page stays.
 */

async function postAuth(place: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
  return fetch(`/api/auth/${place}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  })
}

/**
 * Signs in, with an address and a password or by a link of the operator's. Resolves to undefined, or to why it failed:
 * `CredentialsSignin` or the code of a refusal.
 */
export async function signIn(by: { email: string; password: string } | { link: string }): Promise<string | undefined> {
  const answer = await postAuth('callback/credentials', by)
  const { url }: { url: string } = await answer.json()
  return new URL(url, window.location.origin).searchParams.get('error') ?? undefined
}

/** Leaves for the provider where the organisation's account is, from which the way leads back to `next`, signed in. */
export async function signInElsewhere(next: string): Promise<never> {
  const answer = await postAuth('signin/oidc', { next })
  const { url }: { url: string } = await answer.json()
  window.location.assign(url)
  return new Promise(() => {})
}

/** Signs out: the session ends at once and for good. */
export async function signOut(): Promise<void> {
  const answer = await postAuth('signout', {})
  if (!answer.ok) throw new Error(`signing out was answered with ${answer.status}`)
}
