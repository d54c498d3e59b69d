import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quote } from '#lib/checks/test-text.ts'
import { doc } from '#lib/document/testing.ts'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { accountMail } from '../outbox/account-mail.ts'
import { listDeliveries } from '../outbox/deliveries.ts'
import { deleteRelease } from '../releases/delete.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease } from '../releases.ts'
import { signOffs } from '../schema/sign-offs.ts'
import { attempts } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, noon } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { moveToTrash } from '../trash.ts'
import { removeUser } from '../users.ts'
import { answerText, textHash } from './answers.ts'
import { askSignOff, openSignOff, remindLateSignOffs, remindSignOff, renewSignOff, revokeSignOff } from './links.ts'
import { listSignOffs } from './list.ts'

const owner = await addMember('amina', 'owner')
const editor = await addMember('elin')
const contributor = await addMember('johan', 'contributor')
const petter = await addPerson('Petter Hällström')
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const by = { actor: editor, now: noon }
const lawyer = { personId: null, name: 'Rebecka Lund', email: '', greeting: '', days: 7, way: 'link' }
const mailed = { ...lawyer, email: ' Ｒebecka@Lund.example', greeting: 'Hej!', way: 'mail' }

const id = await createRelease({ language: 'sv', kind: 'press' }, by)
const stored = await getDraft(id)
const body = doc(quote(petter, 'Det går.'))
await saveDraft(id, { ...stored?.draft, title: 'Nio bryggerier', body }, { ...by, baseVersion: 1, reason: 'autosave' })

beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write((tx) => tx.delete(attempts))
})

const secretIn = (text: string | undefined) => /\/sign-off\/([\w-]{43})/.exec(text ?? '')?.[1] ?? ''

/** The mail about a question, as the outbox has it made. */
const mailOf = (kind: 'sign-off' | 'sign-off-reminder', subjectId: string) =>
  accountMail(kind, { subjectId, recipient: '' }, noon)

test('a link opens until its last moment, its secret is stored nowhere, and the event names whom it is for', async () => {
  const { id: signOffId, token = '' } = await askSignOff(id, lawyer, by)
  expect(await openSignOff(token, noon)).toMatchObject({ releaseId: id, name: 'Rebecka Lund', personId: null })
  expect(await openSignOff(token, new Date(hours(168).getTime() - 1))).toBeDefined()
  expect(await openSignOff(token, hours(168))).toBeUndefined()
  expect(await openSignOff(`${token}x`, noon)).toBeUndefined()
  expect(JSON.stringify(await db.select().from(signOffs))).not.toContain(token)
  expect(await listEvents(signOffId)).toMatchObject([{ verb: 'create', actor: 'elin', details: { release: id } }])
})

test('a name that turns the letters after it is stored without that', async () => {
  const { id: signOffId } = await askSignOff(id, { ...lawyer, name: ' Vera\u202e\u2067 Ek\u0007' }, by)
  const row = await db.query.signOffs.findFirst({ where: eq(signOffs.id, signOffId) })
  expect(row?.name).toBe('Vera Ek')
})

test('a new link ends the old one, and one that is revoked opens nothing', async () => {
  const { id: signOffId, token = '' } = await askSignOff(id, lawyer, by)
  const { token: fresh = '' } = await renewSignOff(id, signOffId, { days: 1, way: 'link' }, by)
  expect([await openSignOff(token, noon), (await openSignOff(fresh, noon))?.id]).toEqual([undefined, signOffId])
  await revokeSignOff(id, signOffId, by)
  await revokeSignOff(id, signOffId, { ...by, now: hours(1) })
  expect(await openSignOff(fresh, noon)).toBeUndefined()
  expect((await listSignOffs(id, noon)).find((one) => one.id === signOffId)?.revokedAt).toEqual(noon)
})

test('only somebody who is quoted is asked about quotes, by one link at a time', async () => {
  const asked = { ...lawyer, personId: petter, name: '' }
  const stranger = await addPerson('Sara Ek')
  await expect(askSignOff(id, { ...asked, personId: stranger }, by)).rejects.toEqual(refused('not-quoted'))
  const { id: signOffId } = await askSignOff(id, asked, by)
  expect((await listSignOffs(id, noon)).at(-1)).toMatchObject({
    id: signOffId,
    name: 'Petter Hällström',
    personId: petter,
  })
  await expect(askSignOff(id, asked, by)).rejects.toEqual(refused('already-asked'))
  await revokeSignOff(id, signOffId, by)
  await askSignOff(id, asked, by)
  await expect(renewSignOff(id, signOffId, { days: 1, way: 'link' }, by)).rejects.toEqual(refused('already-asked'))
})

test('contributors send only texts of their own', async () => {
  await expect(askSignOff(id, lawyer, { actor: contributor, now: noon })).rejects.toEqual(refused('preview-not-yours'))
})

test.each([
  [{ ...lawyer, name: ' ' }, 'name-missing'],
  [{ ...lawyer, way: 'mail' }, 'email-missing'],
  [{ ...lawyer, email: 'rebecka' }, 'email-missing'],
])('%j is refused (%s)', async (input, code) => {
  await expect(askSignOff(id, input, by)).rejects.toEqual(refused(code))
})

test('the forty-first link within a quarter of an hour is refused', async () => {
  for (let made = 0; made < 40; made++) await askSignOff(id, lawyer, by)
  await expect(askSignOff(id, lawyer, by)).rejects.toEqual(refused('too-many-links'))
})

test('the secret of a mailed link is made with the mail, and a reminder opens beside it', async () => {
  const { id: signOffId, token } = await askSignOff(id, mailed, by)
  expect(token).toBeUndefined()
  const mail = await mailOf('sign-off', signOffId)
  expect(mail).toMatchObject({ to: 'rebecka@lund.example' })
  expect(mail?.text).toContain('> Hej!')
  expect(mail?.text).toContain('”Nio bryggerier”')
  await remindSignOff(id, signOffId, by)
  const reminder = await mailOf('sign-off-reminder', signOffId)
  const secrets = [secretIn(mail?.text), secretIn(reminder?.text)]
  expect(new Set(secrets).size).toBe(2)
  for (const secret of secrets) expect((await openSignOff(secret, noon))?.id).toBe(signOffId)
  await revokeSignOff(id, signOffId, by)
  expect(await mailOf('sign-off-reminder', signOffId)).toBeUndefined()
  await expect(remindSignOff(id, signOffId, by)).rejects.toEqual(refused('link-is-over'))
})

test('the mail says what the text is: on its way out, published, or published and changed since', async () => {
  const release = await addRelease('Nio bryggerier till')
  const { id: signOffId } = await askSignOff(release, mailed, by)
  expect((await mailOf('sign-off', signOffId))?.text).toContain('läser ”Nio bryggerier till”, som är publicerad')
  await remindSignOff(release, signOffId, by)
  const reminded = async () => (await mailOf('sign-off-reminder', signOffId))?.text
  expect(await reminded()).toContain('”Nio bryggerier till”, som är publicerad. Öppna')
  const out = await getDraft(release)
  const change = { ...by, baseVersion: out?.version ?? 0, reason: 'autosave' as const }
  await saveDraft(release, { ...out?.draft, title: 'Tio bryggerier' }, change)
  expect(await reminded()).toContain('en ändrad version av ”Tio bryggerier” innan den går ut.')
  await revokeSignOff(release, signOffId, by)
  const { id: other } = await askSignOff(id, mailed, by)
  expect((await mailOf('sign-off', other))?.text).toContain('läser ”Nio bryggerier” innan texten går ut.')
})

test('without a mail server nothing is mailed, and that is said', async () => {
  delete process.env.SMTP_URL
  await expect(askSignOff(id, mailed, by)).rejects.toEqual(refused('no-mail-server'))
})

test('whoever has not answered is reminded once within the last day, and whoever has is left alone', async () => {
  const { id: late } = await askSignOff(id, mailed, by)
  const { id: answered } = await askSignOff(id, mailed, by)
  const secret = secretIn((await mailOf('sign-off', answered))?.text)
  const draft = (await getDraft(id))?.draft
  if (!draft) throw new Error('no draft')
  const presented = { [petter]: { name: 'Petter Hällström', role: '', organisation: '' } }
  const answer = { hash: textHash(draft, presented), answer: 'approve' }
  await answerText(secret, answer, { address: '192.0.2.7', now: noon })
  const reminded = async () =>
    (await listDeliveries('sign-off-reminder'))
      .map(({ subjectId }) => subjectId)
      .filter((one) => one === late || one === answered)
  await remindLateSignOffs(hours(143))
  expect(await reminded()).toEqual([])
  await remindLateSignOffs(hours(145))
  expect(await reminded()).toEqual([late])
  const [{ remindedAt } = { remindedAt: null }] = (await listSignOffs(id, noon)).filter((one) => one.id === late)
  await remindLateSignOffs(hours(150))
  expect((await listSignOffs(id, noon)).find((one) => one.id === late)?.remindedAt).toEqual(remindedAt)
})

test('the links of a member who is removed open nothing, and a deleted text leaves nothing of them', async () => {
  const guest = await addMember('vera')
  const own = await createRelease({ language: 'sv', kind: 'press' }, { actor: guest, now: noon })
  const { token = '' } = await askSignOff(own, lawyer, { actor: guest, now: noon })
  const draft = (await getDraft(own))?.draft
  if (!draft) throw new Error('no draft')
  await answerText(
    token,
    { hash: textHash(draft, {}), answer: 'refuse', reason: 'Nej.' },
    { address: '::1', now: noon },
  )
  await removeUser(guest.email, { actor: owner, now: noon, heir: editor.email })
  expect(await openSignOff(token, noon)).toBeUndefined()
  await deleteRelease(own, by)
  expect(await listSignOffs(own, noon)).toEqual([])
})

test('a new link is asked for by whoever makes it, and ends with them', async () => {
  const [first, second] = [await addMember('axel'), await addMember('berit')]
  const { id: signOffId } = await askSignOff(id, lawyer, { actor: first, now: noon })
  const { token = '' } = await renewSignOff(id, signOffId, { days: 30, way: 'link' }, { actor: second, now: noon })
  await removeUser(first.email, { actor: owner, now: noon })
  expect(await openSignOff(token, noon)).toMatchObject({ asker: 'berit' })
  await removeUser(second.email, { actor: owner, now: noon })
  expect(await openSignOff(token, noon)).toBeUndefined()
  const events = await listEvents(signOffId)
  expect(events.find(({ verb }) => verb === 'revoke')).toMatchObject({ actor: 'amina', details: { release: id } })
  expect(events.filter(({ verb }) => verb === 'revoke')).toHaveLength(1)
})

test('a mail that has not got through leaves a link handed over since as it is', async () => {
  const { id: signOffId } = await askSignOff(id, mailed, by)
  const { token = '' } = await renewSignOff(id, signOffId, { days: 7, way: 'link' }, by)
  expect((await listDeliveries('sign-off')).some(({ subjectId }) => subjectId === signOffId)).toBe(false)
  expect(await mailOf('sign-off', signOffId)).toBeUndefined()
  expect((await openSignOff(token, noon))?.id).toBe(signOffId)
  await renewSignOff(id, signOffId, { days: 7, way: 'mail' }, by)
  expect((await openSignOff(secretIn((await mailOf('sign-off', signOffId))?.text), noon))?.id).toBe(signOffId)
})

test('nobody is mailed about a text that lies in the trash', async () => {
  const release = await createRelease({ language: 'sv', kind: 'press' }, by)
  const { id: signOffId } = await askSignOff(release, mailed, by)
  await moveToTrash('release', [release], by)
  expect(await mailOf('sign-off', signOffId)).toBeUndefined()
})

test('nobody is reminded of a text that is out as it stands, and of one that is written in again they are', async () => {
  const release = await addRelease('Ute')
  const { id: signOffId } = await askSignOff(release, mailed, by)
  const isReminded = async (now: Date) => {
    await remindLateSignOffs(now)
    return (await listSignOffs(release, noon))[0]?.remindedAt != null
  }
  expect(await isReminded(hours(145))).toBe(false)
  const out = await getDraft(release)
  const change = { ...by, baseVersion: out?.version ?? 0, reason: 'autosave' as const }
  await saveDraft(release, { ...out?.draft, title: 'Ute, med mera' }, change)
  expect(await isReminded(hours(146))).toBe(true)
  expect((await listDeliveries('sign-off-reminder')).some(({ subjectId }) => subjectId === signOffId)).toBe(true)
})
