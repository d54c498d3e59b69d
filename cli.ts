/**
 * `npm run pressrum -- <command>` runs the operator's commands from the terminal, by the same verbs as everyone else.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isDiskFull } from '#db/dialect.ts'
import { databasePath } from '#db/engine/data-directory.ts'
import { rebuildDraftSearch, rebuildSearch } from '#db/engine/search.ts'
import {
  backupDatabase,
  backupPath,
  CannotOpen,
  closeDatabase,
  databaseExists,
  migrateDatabase,
  openNewsroom,
} from '#db/engine.ts'
import { getSettings } from '#db/settings.ts'
import { roleNames } from '#db/types.ts'
import { env, environmentTrouble } from '#lib/env.ts'
import { runAction } from '#lib/form.ts'
import { fileStore, fileStoreTrouble, openStore } from '#lib/media/file-store.ts'
import { BrokenCopy, moveFiles } from '#lib/media/move-files.ts'
import { Refusal } from '#lib/refusal.ts'
import { auditCommands, BrokenLog } from './cli/audit.ts'
import { memberCommands } from './cli/members.ts'
import { oneOf, say, WrongUse } from './cli/terminal.ts'
import { tick } from './clock.ts'

const help = `npm run pressrum -- <command>

  migrate                        bring the database up to this version; npm start does so too
  backup [file]                  copy the database while it is in use
  user list                      the members and their roles
  user add <e-mail> --name <name> [--role ${roleNames.join('|')}] [--language sv|en] [--stdin]
  user password <e-mail> [--stdin]
                                 a new password; it is made up and printed, or read from standard input
  user role <e-mail> ${roleNames.join('|')}
                                 another role, which holds at once
  user remove <e-mail> [--heir <e-mail>]
                                 end a membership; what the member has written stays, under their name, and
                                 another takes over the texts that are not published
  user unlock <e-mail>           let a member try again at once who has been refused for too many attempts, or has
                                 lost their group at the provider
  user link <e-mail>             a link that works once, to a new password; straight in where no password opens
  user unlink <e-mail>           forget which of the provider's accounts is a member's, so that the next to sign in
                                 with the address is taken for them
  files move s3|disk [--replace] [--delete-source]
                                 copy images and files to the store that MEDIA_URL names, or from there to the
                                 disk, and read each back; what is there already stays, and readers are served
                                 meanwhile. --replace takes what differs there, --delete-source removes each file
                                 where it came from
  move sqlite postgres           copy everything but images and files from the data directory into the empty database that
                                 DATABASE_URL names, and compare it; readers are served meanwhile
  move postgres sqlite           the same back, into a new file in the data directory
  send                           send what waits (mail, word to the hub) and clear away what is old, now;
                                 a running server does so by itself
  audit verify [--kept <post>:<hash>]
                                 check that nothing in the audit log was changed or removed, also not since a post
                                 whose hash was kept elsewhere
  audit forget <name or id>      blank what the audit log says of a person, a member, a guest or a recipient of mail
  search rebuild                 enter all that readers and members can find anew in the search
  seed [--picture-width <px>]    fill an empty database with the example newsroom
  demo                           serve the example newsroom from demo-data
  help                           this text

DATA_DIR says which newsroom (now ${env.dataDir}).`

const commands: Record<string, (args: string[]) => Promise<void>> = {
  async help() {
    say(help)
  },

  async migrate() {
    requireNewsroom()
    const count = await migrateDatabase(new Date())
    await openNewsroom(new Date())
    say(count ? `Brought up to date by ${count} steps.` : 'Up to date already.')
  },

  async backup([file]) {
    requireNewsroom()
    const path = file ?? backupPath(new Date())
    if (existsSync(path)) throw new WrongUse(`${path} exists already.`)
    await backupDatabase(path)
    say(`The database is copied to ${path}.`)
    const secret = join(env.dataDir, 'secret')
    if (!env.mediaStore) say(`Images and files are not in it: copy ${fileStore().place} and ${secret} as well.`)
    else say(`Images and files are not in it: they lie in ${fileStore().place}. Copy ${secret} as well.`)
  },

  async user([action = '', email = '', ...rest]) {
    if (!Object.hasOwn(memberCommands, action))
      throw new WrongUse(`user is followed by ${oneOf(Object.keys(memberCommands))}.`)
    if (action !== 'list' && !email) throw new WrongUse(`user ${action} is followed by an e-mail address.`)
    requireNewsroom()
    await openNewsroom(new Date())
    await memberCommands[action as keyof typeof memberCommands](email, rest)
  },

  async files([action, kind, ...rest]) {
    if (action !== 'move' || (kind !== 's3' && kind !== 'disk'))
      throw new WrongUse('files is followed by move s3 or move disk.')
    requireNewsroom()
    const { values } = parseArgs({ args: rest, options: moveOptions })
    await moveFilesTo(kind, values)
  },

  async move([from, to]) {
    const way = `${from} ${to}`
    if (way !== 'sqlite postgres' && way !== 'postgres sqlite')
      throw new WrongUse('move is followed by sqlite postgres or postgres sqlite.')
    if (!env.databaseUrl) throw new WrongUse('Name the PostgreSQL database in DATABASE_URL.')
    // It knows both databases, and nothing else is to load both.
    const { moveToPostgres, moveToSqlite } = await import('#db/engine/move.ts')
    const { tables, rows } = await (to === 'postgres' ? moveToPostgres(new Date()) : moveToSqlite())
    say(`Moved and compared: ${rows} rows of ${tables} tables. The search is entered anew at the next start.`)
    say(
      to === 'postgres'
        ? `Start the newsroom with DATABASE_URL to use them, and put ${databasePath()} away, lest it be served once more.`
        : 'Start the newsroom without DATABASE_URL to use them.',
    )
  },

  async send() {
    requireNewsroom()
    await requireStore()
    await openNewsroom(new Date())
    const { arrived, failed } = await sendEverything()
    say(`Sent: ${arrived}. Failed: ${failed}${failed ? ', see above' : ''}.`)
  },

  async audit([action = '', ...rest]) {
    if (!Object.hasOwn(auditCommands, action))
      throw new WrongUse(`audit is followed by ${oneOf(Object.keys(auditCommands))}.`)
    requireNewsroom()
    await openNewsroom(new Date())
    await auditCommands[action as keyof typeof auditCommands](rest)
  },

  async search([action]) {
    if (action !== 'rebuild') throw new WrongUse('search is followed by rebuild.')
    requireNewsroom()
    await openNewsroom(new Date())
    const { entries, words } = await rebuildSearch()
    await rebuildDraftSearch()
    say(`${entries} texts, quotes, documents and people are found again, by ${words} words.`)
  },

  async seed(args) {
    const { values } = parseArgs({ args, options: { 'picture-width': { type: 'string' } } })
    await seed(values['picture-width'] ? Number(values['picture-width']) : undefined)
    say(`The example newsroom lies in ${env.dataDir}.`)
  },

  async demo() {
    if (env.databaseUrl) throw new WrongUse('The example newsroom is one SQLite file. Serve it without DATABASE_URL.')
    process.env.DATA_DIR ??= 'demo-data'
    await seed()
    const { runServer } = await import('./server.ts')
    await runServer()
    say('Sign in at /studio as owner@example.org, editor@example.org or contributor@example.org.')
    say('The password is pressrum-demo.')
  },
}

async function sendEverything() {
  const total = { arrived: 0, failed: 0 }
  for (;;) {
    const { arrived, failed } = await tick(new Date())
    if (arrived + failed === 0) return total
    total.arrived += arrived
    total.failed += failed
  }
}

const moveOptions = {
  replace: { type: 'boolean', default: false },
  'delete-source': { type: 'boolean', default: false },
} as const

async function moveFilesTo(
  kind: 's3' | 'disk',
  { replace, 'delete-source': deleteSource }: { replace: boolean; 'delete-source': boolean },
) {
  const [from, to] = [openStore(kind === 's3' ? 'disk' : 's3'), openStore(kind)]
  if (!from || !to) throw new WrongUse('MEDIA_URL is missing, which names the store.')
  await requireStore()
  let told = Date.now()
  const { files, bytes, there, different, others } = await moveFiles(from, to, {
    replace,
    deleteSource,
    onProgress(done, all) {
      if (Date.now() - told < 2_000) return
      told = Date.now()
      say(`${done.files} of ${all.files} files, ${megabytes(done.bytes)} of ${megabytes(all.bytes)}`)
    },
  }).catch((error) => {
    if (!(error instanceof Refusal && error.code === 'storage-unavailable')) throw error
    throw new WrongUse('The store has stopped answering. What is copied stays: run the same command to go on.')
  })
  say(`Copied to ${to.place} and read back: ${files} files, ${megabytes(bytes)}. There already: ${there}.`)
  if (others) say(`In ${to.place} alone: ${others}. The newsroom may have removed them from ${from.place} meanwhile.`)
  if (different.length) {
    const keys = different.slice(0, 10).join('\n')
    throw new WrongUse(
      `Different there, and left as they are: ${different.length}. Use --replace to replace them:\n${keys}`,
    )
  }
  say(
    kind === 's3'
      ? 'Start the newsroom with MEDIA_URL to use them.'
      : 'Start the newsroom without MEDIA_URL to use them.',
  )
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

async function requireStore() {
  const trouble = await fileStoreTrouble()
  if (trouble) throw new WrongUse(trouble)
}

async function seed(pictureWidth?: number) {
  await requireStore()
  await openNewsroom(new Date())
  if (await getSettings()) return
  say('Writing the example newsroom. Its pictures take about half a minute.')
  const { seedNewsroom } = await import('#db/seed.ts')
  await seedNewsroom({ now: new Date(), pictureWidth })
}

function requireNewsroom() {
  if (!databaseExists()) throw new WrongUse(`There is no newsroom in ${env.dataDir}.`)
}

/**
 * Runs a command and returns the errors that the operator can do something about, a sentence each. Others are thrown.
 */
async function run(name: string, args: string[]): Promise<string[]> {
  const command = commands[name]
  const trouble = environmentTrouble()
  if (trouble && name !== 'help') return [trouble]
  if (!command) return [`There is no command ${name}. Try: npm run pressrum -- help`]
  try {
    const { message, errors } = await runAction('en', () => command(args))
    const details = Object.entries(errors).map(([field, error]) => (field ? `${field}: ${error}` : error))
    return message ? [message, ...details] : details
  } catch (error) {
    if (
      error instanceof WrongUse ||
      error instanceof CannotOpen ||
      error instanceof BrokenCopy ||
      error instanceof BrokenLog
    )
      return [error.message]
    if (isDiskFull(error)) return ['The disk is full.']
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (error instanceof Error && code.startsWith('ERR_PARSE_ARGS')) return [error.message]
    throw error
  }
}

// What it writes is the newsroom's, and nobody else's on the machine.
process.umask(0o077)
const [name = 'help', ...args] = process.argv.slice(2)
const problems = await run(name, args)
if (problems.length) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exit(1)
}
if (name !== 'demo') await closeDatabase()
