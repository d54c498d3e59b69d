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

/** Signs in. Resolves to undefined, or to why it failed: `CredentialsSignin` or the code of a refusal. */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  const answer = await postAuth('callback/credentials', { email, password })
  const { url }: { url: string } = await answer.json()
  return new URL(url, window.location.origin).searchParams.get('error') ?? undefined
}

/** Signs out: the session ends at once and for good. */
export async function signOut(): Promise<void> {
  const answer = await postAuth('signout', {})
  if (!answer.ok) throw new Error(`signing out was answered with ${answer.status}`)
}
