/** The operator's commands about the audit log. */
import { parseArgs } from 'node:util'
import { findLogged, forgetInLog } from '#db/events/forget.ts'
import { brokenText, verifyChain } from '#db/events/verify.ts'
import { say, WrongUse } from './terminal.ts'

/** Thrown when the audit log is not as it was written; the message says where, and what to do. */
export class BrokenLog extends Error {}

/** The commands by what follows `audit`. */
export const auditCommands = { verify: verifyLog, forget: forgetPerson }

async function verifyLog(args: string[]) {
  const { values } = parseArgs({ args, options: { kept: { type: 'string' } } })
  const [, posts, hash] = /^(\d+):([0-9a-f]{64})$/.exec(values.kept ?? '') ?? []
  if (values.kept !== undefined && !posts) throw new WrongUse('--kept is followed by a post and its hash: 12:9c1e….')
  const verdict = await verifyChain(posts && hash ? { posts: Number(posts), hash } : undefined)
  if (verdict.broken) throw new BrokenLog(brokenText(verdict))
  say(`The audit log is whole. Posts: ${verdict.posts}.`)
  if (verdict.posts)
    say(`Keep this elsewhere, for it shows later that the end was not cut off: ${verdict.posts}:${verdict.hash}`)
}

async function forgetPerson([nameOrId = '']: string[]) {
  if (!nameOrId) throw new WrongUse('audit forget is followed by a name or an id.')
  const [found, ...others] = await findLogged(nameOrId)
  if (!found) throw new WrongUse(`The audit log knows nobody by ${nameOrId}.`)
  if (others.length) {
    const ids = [found, ...others].map(({ noun, id }) => `${noun} ${id}`)
    throw new WrongUse(`There are several, choose an id: ${ids.join(', ')}.`)
  }
  const posts = await forgetInLog(found, { actor: 'operator', now: new Date() })
  say(`What was personal is blanked, posts: ${posts}. Backups still have it.`)
}
