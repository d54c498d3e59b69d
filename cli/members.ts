/** The operator's commands about members. */
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { roleNames } from '#db/types.ts'
import { unlockUser } from '#db/users/sign-in.ts'
import { changePassword, changeRole, createUser, listUsers, removeUser } from '#db/users.ts'
import { rootLanguage } from '#lib/locale.ts'
import { oneOf, say, WrongUse } from './terminal.ts'

/** The commands by what follows `user`. All but `list` take an e-mail address first. */
export const memberCommands = {
  list: listMembers,
  add: addMember,
  password: newPassword,
  role: newRole,
  remove: removeMember,
  unlock: unlockMember,
}

async function listMembers() {
  for (const { email, name, role } of await listUsers()) say([email, role, name].join('\t'))
}

const options = {
  name: { type: 'string' },
  role: { type: 'string', default: 'editor' },
  language: { type: 'string', default: rootLanguage },
  stdin: { type: 'boolean', default: false },
} as const

async function addMember(email: string, args: string[]) {
  const { values } = parseArgs({ args, options })
  if (!values.name) throw new WrongUse('--name is missing.')
  const password = await choosePassword(values.stdin)
  const { name, role, language } = values
  await createUser(
    { name, email, role: role as never, language: language as never, password: password.text },
    new Date(),
  )
  say(`${email} is a member.${password.isNew ? ` The password is ${password.text}` : ''}`)
}

async function newPassword(email: string, args: string[]) {
  const { values } = parseArgs({ args, options: { stdin: options.stdin } })
  const password = await choosePassword(values.stdin)
  await changePassword(email, password.text, new Date())
  say(`${email} is signed out everywhere.${password.isNew ? ` The new password is ${password.text}` : ''}`)
}

async function newRole(email: string, [name]: string[]) {
  const role = roleNames.find((known) => known === name)
  if (!role) throw new WrongUse(`user role is followed by an e-mail address and ${oneOf(roleNames)}.`)
  await changeRole(email, role, { actor: 'operator', now: new Date() })
  say(`${email} is ${role} now.`)
}

async function removeMember(email: string, args: string[]) {
  const { values } = parseArgs({ args, options: { heir: { type: 'string' } } })
  await removeUser(email, { actor: 'operator', now: new Date(), ...values })
  say(`${email} is no member any more, and signed out everywhere.`)
}

async function unlockMember(email: string) {
  await unlockUser(email, new Date())
  say(`${email} can try to sign in again.`)
}

async function choosePassword(fromStdin: boolean) {
  if (fromStdin) return { text: (await text(process.stdin)).replace(/\r?\n$/, ''), isNew: false }
  return { text: randomBytes(12).toString('base64url'), isNew: true }
}
