/** Members sign in with the organisation's own account, at a real provider, and read in words why they are not let in. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProvider } from '#lib/openid/testing.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { freePort, runNode, startServer } from './support/server.ts'
import { trySignIn } from './support/sign-in.ts'
import { templateDir } from './support/template.ts'

test('a member comes in with the organisation’s account, and whoever may not reads why', async ({ page }) => {
  // The server is started twice, and the operator's command once.
  test.slow()
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-openid-'))
  cpSync(templateDir, dataDir, { recursive: true })
  const port = await freePort()
  const provider = await openProvider(`http://127.0.0.1:${port}`)
  const env = { ...provider.env, OIDC_NAME: 'Kommunkontot' }
  let server = await startServer(dataDir, env, port)
  const button = page.getByRole('button', { name: 'Logga in med Kommunkontot' })
  const refused = page.getByRole('alert', { name: 'Det gick inte att logga in' })
  try {
    provider.signIn('kim', { email: 'Editor@example.org', email_verified: true })
    await page.goto(`${server.url}/studio/people?q=a`)
    await expect(page.getByLabel('Lösenord')).toBeVisible()
    await button.click()
    await expect(page).toHaveURL(`${server.url}/studio/people?q=a`)
    await page.context().clearCookies()

    provider.signIn('lo', { email: 'lo@example.org', email_verified: true })
    await page.goto(`${server.url}/studio/people`)
    await button.click()
    await expect(refused).toContainText('Du är inte medlem här. Be en ägare i redaktionen om en inbjudan.')
    await expectNoViolations(page)
    provider.signIn(undefined)
    await button.click()
    await expect(refused).toContainText('Inloggningen hos Kommunkontot avbröts.')
    // Where they wanted to go is not forgotten on the way.
    provider.signIn('kim', { email: 'editor@example.org', email_verified: true })
    await button.click()
    await expect(page).toHaveURL(`${server.url}/studio/people`)
    await page.context().clearCookies()

    await server.stop()
    server = await startServer(dataDir, { ...env, OIDC_PASSWORDS: 'off' }, port)
    await page.goto(`${server.url}/sign-in?language=en`)
    await expect(page.getByRole('button', { name: 'Sign in with Kommunkontot' })).toBeVisible()
    await expect(page.getByLabel('Password')).toHaveCount(0)
    await expectNoViolations(page)
    const typed = await trySignIn(server.url, { email: 'editor@example.org', password: 'pressrum-demo' })
    expect([typed.status, await typed.text()]).toEqual([403, expect.stringContaining('error=passwords-off')])
    await page.goto(`${server.url}/account/forgotten`)
    await expect(page.getByText('Lösenord används inte här. Logga in med Kommunkontot.')).toBeVisible()

    await provider.close()
    await page.goto(`${server.url}/sign-in`)
    await button.click()
    await expect(refused).toContainText('Inloggningen hos Kommunkontot svarar inte just nu.')
    const made = await runNode(['cli.ts', 'user', 'link', 'owner@example.org'], {
      ...env,
      OIDC_PASSWORDS: 'off',
      DATA_DIR: dataDir,
      PUBLIC_URL: server.url,
    })
    await page.goto(/http\S+/.exec(made)?.[0] ?? '')
    await page.getByRole('button', { name: 'Logga in' }).click()
    await expect(page).toHaveURL(`${server.url}/studio`)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }
})
