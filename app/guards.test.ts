/** Layouts are no boundary: every page, action and handler of the studio says on its first line who may pass. */
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const app = import.meta.dirname
const guard = /^(?:const \w+ = )?await requireRole\('(contributor|editor|owner)'\)$/

/** The secret in the address is the guard, and what it opens is all that can be asked for. */
const opensLink = /^const link = await openPreviewLink\(\(await params\)\.token, new Date\(\)\)$/

const opensSignOff = /^const link = await openSignOff\(\(await params\)\.token, new Date\(\)\)$/

const opensEmbargo = /^const link = await openEmbargoLink\(\(await params\)\.token, new Date\(\)\)$/

const opensSignUp = /^const link = await openSignUp\(\(await params\)\.token\)$/

const opensInvitation =
  /^const invitation = await openInvitation\((?:\(await params\)\.token|String\(token\)), new Date\(\)\)$/
const opensAccountLink =
  /^const link = await openAccountLink\('(?:password|email)', (?:\(await params\)\.token|String\(token\)), new Date\(\)\)$/
const opensCalendar = /^const link = await openCalendarLink\(\(await params\)\.token\)$/
const opensUnsubscribeLink = /^const link = await openUnsubscribeLink\((?:\(await params\)\.token|String\(token\))\)$/
/** Asked for by whoever has forgotten a password: limited by the address it comes from. */
const countsAddress = /^const address = addressIn\(await headers\(\)\)$/

/** Open to those who are not signed in, each for a reason, and what stands guard instead. */
const doors: Record<string, RegExp> = {
  '(studio)/sign-in/page.tsx': /^const asked = await searchParams$/,
  '(studio)/setup/page.tsx': /^if \(await getSettings\(\)\) notFound\(\)$/,
  '(studio)/account/forgotten/page.tsx': /^const asked = await searchParams$/,
  '(studio)/account/invitation/[token]/page.tsx': opensInvitation,
  '(studio)/account/password/[token]/page.tsx': opensAccountLink,
  '(studio)/account/email/[token]/page.tsx': opensAccountLink,
  '(studio)/account/unsubscribe/[token]/page.tsx': opensUnsubscribeLink,
  '(studio)/account/actions.ts': new RegExp(
    [opensInvitation, opensAccountLink, opensUnsubscribeLink, countsAddress].map(({ source }) => source).join('|'),
  ),
  '(preview)/preview/[token]/page.tsx': opensLink,
  '(preview)/preview/[token]/comments/route.ts': opensLink,
  '(preview)/preview/[token]/files/[id]/[name]/route.ts': opensLink,
  'api/unsubscribe/[token]/route.ts': opensUnsubscribeLink,
  'api/calendar/[token]/route.ts': opensCalendar,
  '(preview)/preview/[token]/suggestions/route.ts': opensLink,
  '(preview)/sign-off/[token]/page.tsx': opensSignOff,
  '(preview)/sign-off/[token]/answers/route.ts': opensSignOff,
  '(preview)/sign-off/[token]/suggestions/route.ts': opensSignOff,
  '(preview)/sign-off/[token]/files/[id]/[name]/route.ts': opensSignOff,
  '(preview)/embargo/[token]/page.tsx': opensEmbargo,
  '(preview)/embargo/[token]/open/route.ts': opensEmbargo,
  '(preview)/embargo/[token]/[pass]/page.tsx': opensEmbargo,
  '(preview)/embargo/[token]/[pass]/download/route.ts': opensEmbargo,
  '(preview)/embargo/[token]/[pass]/files/[id]/[name]/route.ts': opensEmbargo,
  '(preview)/meeting/[token]/page.tsx': opensSignUp,
  '(preview)/meeting/[token]/cancel/route.ts': opensSignUp,
  '(preview)/meeting/[token]/calendar/route.ts': opensSignUp,
  'api/meeting-sign-ups/route.ts': /^const typed = formValues\(await request\.formData\(\)/,
  'api/feedback/route.ts': /^const typed = formValues\(await request\.formData\(\)/,
  'api/questions/route.ts': /^const typed = formValues\(await request\.formData\(\)/,
  '(studio)/setup/actions.ts': /^const isOpen = await isSetupToken\(String\(token\)\)$/,
}

const entrances = [
  ...globSync('({studio,preview})/**/{page.tsx,route.ts}', { cwd: app }),
  ...globSync('api/**/route.ts', { cwd: app, exclude: (name) => name === 'auth' }),
  ...globSync('(studio)/**/*.{ts,tsx}', { cwd: app }).filter((path) => /^'use server'/m.test(source(path))),
].map((path) => relative(app, join(app, path)))

/** What anybody may ask for, and next-auth's own handler. */
function isForReaders(path: string): boolean {
  return /^(\(newsroom\)|files|words|mark\.svg|api\/auth)\//.test(path)
}

function source(path: string): string {
  return readFileSync(join(app, path), 'utf8')
}

/** Everything exported that runs, by name, with the first line of its body. */
function firstLines(path: string): [string, string][] {
  const functions = source(path).matchAll(
    /^export (?:default )?async function (\w+)[\s\S]*?\)(?:: [^\n]+)? \{\n {2}(\S.*)$/gm,
  )
  return [...functions].map(([, name = '', line = '']) => [name, line])
}

const exported = (path: string) =>
  source(path).match(/^export (?!type |interface |const (?:dynamic|metadata) )/gm)?.length ?? 0

describe.each(entrances)('%s', (path) => {
  it('exports only guarded functions', () => {
    const lines = firstLines(path)
    expect(lines.length, 'exports that are not plain async functions').toBe(exported(path))
    expect(lines.length).toBeGreaterThan(0)
    for (const [name, line] of lines) expect(line, name).toMatch(doors[path] ?? guard)
  })
})

it('knows the studio, and every other page and handler is for readers', () => {
  expect(entrances.length).toBeGreaterThan(10)
  const others = globSync('**/{page.tsx,route.ts}', { cwd: app }).filter((path) => !entrances.includes(path))
  expect(others.filter((path) => !isForReaders(path))).toEqual([])
})
