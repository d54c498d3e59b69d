import { execFile } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { recordEvent } from '#db/events.ts'

/** Runs a command of the operator's and returns what it says, and how it ends. */
const pressrum = (...args: string[]) =>
  new Promise<{ code: number; said: string; complained: string }>((resolve) => {
    const program = ['--import', './server/preload.ts', 'cli.ts', ...args]
    const done = execFile(process.execPath, program, { cwd: import.meta.dirname }, (_, said, complained) =>
      resolve({ code: done.exitCode ?? -1, said, complained }),
    )
  })

test('the operator checks the audit log, forgets somebody in it, and is told where it is broken', async () => {
  for (const [id, verb] of Object.entries({ ebba: 'create', bo: 'create', sten: 'create' }))
    await write((tx) =>
      recordEvent(tx, { actor: null, verb, noun: 'person', targetId: id, details: { reason: id }, now: new Date() }),
    )
  const whole = await pressrum('audit', 'verify')
  expect([whole.code, whole.said]).toEqual([
    0,
    expect.stringMatching(/^The audit log is whole\. Posts: 3\.\n.*3:[0-9a-f]{64}\n$/),
  ])
  const kept = /3:[0-9a-f]{64}/.exec(whole.said)?.[0] ?? ''

  expect((await pressrum('audit', 'forget', 'bo')).said).toBe(
    'What was personal is blanked, posts: 1. Backups still have it.\n',
  )

  await write(async (tx) => {
    const isOnPostgres = Boolean(process.env.TEST_DATABASE_URL)
    const run = (text: string) => (isOnPostgres ? tx.all(sql.raw(text)) : tx.run(sql.raw(text)))
    await run(`DROP TRIGGER events_only_blanked${isOnPostgres ? ' ON events' : ''}`)
    await run("UPDATE events SET verb = 'save' WHERE target_id = 'bo'")
  })
  const broken = await pressrum('audit', 'verify', '--kept', kept)
  expect(broken.code).toBe(1)
  expect(broken.complained).toMatch(
    /^The audit log is broken at post 2 \(20.+, save person\)\. It is not as it was written.+ Posts 1 to 1 are whole\. Compare/,
  )
})
