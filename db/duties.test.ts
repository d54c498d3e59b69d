import { afterEach, expect, test } from 'vitest'
import type { MailMessage } from '#lib/outbound/mail.ts'
import { write } from './client.ts'
import { gapsOf, getDutyOutlook, getRota, repeatWeek, saveRota } from './duties/rota.ts'
import { answerSwap, askSwap } from './duties/swaps.ts'
import { addDuty, deleteDuty, listDuties, moveDuty, saveDuty } from './duties.ts'
import { accountMail } from './outbox/account-mail.ts'
import { claimDelivery, settleArrived } from './outbox/deliveries.ts'
import { archivePerson } from './people/archive.ts'
import { deletePerson } from './people/delete.ts'
import { duties } from './schema/duties.ts'
import { addMember } from './testing/members.ts'
import { addPerson, by, noon } from './testing/newsroom.ts'
import { refused } from './testing/refused.ts'

const at = { actor: by.actor, now: noon }
const [amina, elin] = await Promise.all(
  ['Amina', 'Elin'].map((name) => addPerson(name, { pressContact: true, email: `${name.toLowerCase()}@example.org` })),
)
const silent = await addPerson('Tyst')
const member = { amina: await addMember('amina', 'contributor'), elin: await addMember('elin', 'contributor') }
const editor = await addMember('redaktor')

const duty = (date: string, from = '09:00', until = '17:00', personId = amina) => ({
  ...{ personId, date, from, until },
  number: 'own',
})
const everything = () => listDuties(new Date(0), new Date('2100-01-01'))
const times = async () => (await everything()).map(({ name, from, until }) => [name, from.toJSON(), until.toJSON()])
const timeZone = 'Europe/Stockholm'

afterEach(() => write((tx) => tx.delete(duties)))

test('a duty is put in the rota, changed, moved and taken away', async () => {
  const id = await addDuty(duty('2026-11-18', '9', '17.30'), at)
  expect(await times()).toEqual([['Amina', '2026-11-18T08:00:00.000Z', '2026-11-18T16:30:00.000Z']])
  await saveDuty(id, duty('2026-11-18', '22:00', '06:00', elin), at)
  expect(await times()).toEqual([['Elin', '2026-11-18T21:00:00.000Z', '2026-11-19T05:00:00.000Z']])
  await moveDuty(id, '2027-06-19', at)
  expect(await times()).toEqual([['Elin', '2027-06-19T20:00:00.000Z', '2027-06-20T04:00:00.000Z']])
  await deleteDuty(id, at)
  expect(await everything()).toEqual([])
})

test('two people are not on duty at once, but one may follow the other', async () => {
  const first = await addDuty(duty('2026-11-18'), at)
  await expect(addDuty(duty('2026-11-18', '16:59', '18:00', elin), at)).rejects.toMatchObject({
    code: 'duty-overlaps',
    field: 'from',
    details: { name: 'Amina', date: '2026-11-18', from: '09:00', until: '17:00' },
  })
  await expect(addDuty(duty('2026-11-18', '06:00', '10:00', elin), at)).rejects.toMatchObject({ field: 'until' })
  await expect(addDuty(duty('2026-11-17', '20:00', '10:00', elin), at)).rejects.toEqual(refused('duty-overlaps'))
  await addDuty(duty('2026-11-18', '17:00', '21:00', elin), at)
  await saveDuty(first, duty('2026-11-18', '08:00', '17:00'), at)
  await expect(saveDuty(first, duty('2026-11-18', '08:00', '17:01'), at)).rejects.toEqual(refused('duty-overlaps'))
  expect(await everything()).toHaveLength(2)
})

test('what cannot be is refused beside its field', async () => {
  const wrong = async (input: object) => addDuty(input, at).catch((error) => error)
  expect(await wrong({ ...duty('2026-02-30') })).toMatchObject({ issues: [{ path: ['date'], message: 'date' }] })
  expect(await wrong(duty('2026-11-18', '25:00'))).toMatchObject({ issues: [{ path: ['from'], message: 'time' }] })
  expect(await wrong(duty('2026-11-18', '9', ''))).toMatchObject({ issues: [{ path: ['until'], message: 'required' }] })
  expect(await wrong(duty('2026-11-17', '08:00', '12:00'))).toMatchObject({ code: 'duty-passed', field: 'until' })
  expect(await wrong(duty('2027-03-28', '02:30', '08:00'))).toMatchObject({ code: 'time-skipped', field: 'from' })
  expect(await wrong(duty('2027-03-27', '22:00', '02:30'))).toMatchObject({ code: 'time-skipped', field: 'until' })
  expect(await wrong(duty('2026-11-18', '9', '17', silent))).toMatchObject({ code: 'duty-unreachable' })
  expect(await wrong(duty('2026-11-18', '9', '17', 'nobody'))).toMatchObject({ code: 'unknown-person' })
  expect(await wrong({ ...duty('2026-11-18'), number: 'desk' })).toMatchObject({ code: 'no-desk-number' })
  expect(await everything()).toEqual([])
  const id = await addDuty(duty('2026-11-17', '08:00', '13:00'), at)
  await expect(moveDuty(id, '2026-11-19', at)).rejects.toEqual(refused('duty-begun'))
  await expect(deleteDuty(id, { ...at, now: new Date('2026-11-17T12:00:00Z') })).rejects.toEqual(refused('duty-over'))
})

test('a swap holds only when the other has said yes, and only they can', async () => {
  const id = await addDuty(duty('2026-11-18'), at)
  await expect(askSwap(id, amina ?? '', { ...at, actor: member.elin })).rejects.toEqual(refused('not-your-duty'))
  await expect(askSwap(id, amina ?? '', { ...at, actor: member.amina })).rejects.toEqual(refused('swap-with-self'))
  await expect(answerSwap(id, true, { ...at, actor: member.elin })).rejects.toEqual(refused('swap-not-asked'))
  await askSwap(id, elin ?? '', { ...at, actor: member.amina })
  expect(await everything()).toMatchObject([{ name: 'Amina', asked: { name: 'Elin' } }])
  for (const actor of [member.amina, editor])
    await expect(answerSwap(id, true, { ...at, actor })).rejects.toEqual(refused('swap-not-yours'))
  await answerSwap(id, false, { ...at, actor: member.amina })
  expect(await everything()).toMatchObject([{ name: 'Amina', asked: null }])
  await askSwap(id, elin ?? '', { ...at, actor: editor })
  await moveDuty(id, '2026-11-19', at)
  await expect(answerSwap(id, true, { ...at, actor: member.elin }), 'a yes to another day').rejects.toEqual(
    refused('swap-not-asked'),
  )
  await askSwap(id, elin ?? '', { ...at, actor: editor })
  await answerSwap(id, true, { ...at, actor: member.elin })
  expect(await everything()).toMatchObject([{ name: 'Elin', asked: null }])
})

test('whoever is asked to swap is mailed, and both once that is answered; without a mail server nobody is', async () => {
  const mails = async (now = noon) => {
    const found: (MailMessage | undefined)[] = []
    for (let due = await claimDelivery('duty-swap', now); due; due = await claimDelivery('duty-swap', now)) {
      found.push(await accountMail('duty-swap', due, now))
      await settleArrived([due], now)
    }
    return found
  }
  const id = await addDuty(duty('2026-11-18'), at)
  await askSwap(id, elin ?? '', { ...at, actor: member.amina })
  await answerSwap(id, false, { ...at, actor: member.elin })
  expect(await mails()).toEqual([])
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
  await askSwap(id, elin ?? '', { ...at, actor: member.amina })
  const [asked] = await mails()
  expect(asked).toMatchObject({ to: 'elin@example.org', subject: 'Tar du pressjouren? Provrummet' })
  expect(asked?.text).toMatch(
    /^Amina frågar .*\n\n.*18 november 2026.*09[.:]00.*17[.:]00.*\n\nhttp.*\/studio\/on-call\n$/,
  )
  await answerSwap(id, true, { ...at, actor: member.elin })
  const answered = await mails()
  expect(answered.map((mail) => mail?.to).sort()).toEqual(['amina@example.org', 'elin@example.org'])
  expect(answered[0]?.text).toContain('Elin har tagit över pressjouren från Amina.')
  // A question that has been taken back before its mail is not asked.
  await askSwap(id, amina ?? '', { ...at, actor: member.elin })
  await answerSwap(id, false, { ...at, actor: member.elin })
  const subjects = (await mails()).map((mail) => mail?.subject)
  const kept = 'Pressjouren är inte bytt – Provrummet'
  expect(subjects.filter((subject) => subject !== kept)).toEqual([undefined])
  expect(subjects).toHaveLength(3)
  delete process.env.SMTP_URL
})

test('for a person who is no member an editor says that they have said yes', async () => {
  const guest = await addPerson('Gäst', { pressContact: true })
  const id = await addDuty(duty('2026-11-18'), at)
  await askSwap(id, guest, { ...at, actor: member.amina })
  await expect(answerSwap(id, true, { ...at, actor: member.elin })).rejects.toEqual(refused('swap-not-yours'))
  await answerSwap(id, true, { ...at, actor: editor })
  expect(await everything()).toMatchObject([{ name: 'Gäst' }])
})

const nineToFive = { from: '9', until: '17.00' }
const noHours = { from: '', until: '' }
const weekdays = [...Array(5).fill(nineToFive), noHours, noHours, { from: '10', until: '12' }]

test('the hours say what is left without anybody, and whoever is archived counts for nobody', async () => {
  const version = await saveRota(
    { hours: weekdays, fallbackPhone: '08-1', fallbackText: { sv: 'Växeln' } },
    { ...at, baseVersion: 0 },
  )
  await expect(saveRota({ hours: weekdays, fallbackPhone: '' }, { ...at, baseVersion: 0 })).rejects.toEqual(
    refused('stale'),
  )
  const half = weekdays.with(2, { from: '09:00', until: '' })
  await expect(saveRota({ hours: half, fallbackPhone: '' }, { ...at, baseVersion: version })).rejects.toMatchObject({
    issues: [{ path: ['hours', 2, 'until'], message: 'required' }],
  })
  const rota = await getRota()
  const gone = await addPerson('Borta', { pressContact: true })
  await addDuty(duty('2026-11-18', '09:00', '12:00'), at)
  await addDuty(duty('2026-11-18', '12:00', '17:00', gone), at)
  const gaps = async () =>
    gapsOf(['2026-11-18', '2026-11-21', '2026-12-24'], { duties: await everything(), rota, timeZone, now: noon }).map(
      ({ from, until }) => [from.toJSON(), until.toJSON()],
    )
  expect(await gaps()).toEqual([['2026-12-24T09:00:00.000Z', '2026-12-24T11:00:00.000Z']])
  await archivePerson(gone, at)
  expect(await gaps()).toEqual([
    ['2026-11-18T11:00:00.000Z', '2026-11-18T16:00:00.000Z'],
    ['2026-12-24T09:00:00.000Z', '2026-12-24T11:00:00.000Z'],
  ])
  const outlook = await getDutyOutlook('2026-11-17', { timeZone, now: noon })
  expect(outlook.gaps[0]).toMatchObject({ day: '2026-11-17', from: new Date('2026-11-17T08:00:00Z') })
})

test('a gap ahead is what nobody has, not what is over, and the night that began yesterday still counts', async () => {
  const { version } = await getRota()
  const night = { from: '21:00', until: '07:00' }
  await saveRota({ hours: Array(8).fill(night), fallbackPhone: '' }, { ...at, baseVersion: version })
  await addDuty(duty('2026-11-19', '21:00', '23:00'), at)
  await addDuty(duty('2026-11-20', '03:00', '07:00', elin), at)
  const first = async (now: string) => {
    const { gaps, coming } = await getDutyOutlook('2026-11-20', { timeZone, now: new Date(now) })
    return [coming.length, gaps[0]?.day, gaps[0]?.from.toJSON(), gaps[0]?.until.toJSON()]
  }
  const [begins, ends] = ['2026-11-19T22:00:00.000Z', '2026-11-20T02:00:00.000Z']
  expect(await first('2026-11-20T01:00:00Z')).toEqual([1, '2026-11-19', begins, ends])
  expect(await first('2026-11-20T02:30:00Z')).toEqual([1, '2026-11-20', '2026-11-20T20:00:00.000Z', expect.anything()])
})

test('a week is repeated by the clock on the wall, over the nights the clocks change, without holidays and what is taken', async () => {
  const later = { ...at, now: new Date('2026-03-01T12:00:00Z') }
  await addDuty(duty('2026-03-24', '22:00', '06:00'), later)
  await addDuty(duty('2026-03-27', '08:00', '12:00', elin), later)
  await addDuty(duty('2026-04-07', '23:00', '01:00', elin), later)
  const done = await repeatWeek('2026-03-23', { weeks: '2', holidays: 'skip' }, later)
  expect(done).toEqual({ added: 2, holidays: 1, taken: 1 })
  expect((await times()).slice(2)).toEqual([
    ['Amina', '2026-03-31T20:00:00.000Z', '2026-04-01T04:00:00.000Z'],
    ['Elin', '2026-04-07T21:00:00.000Z', '2026-04-07T23:00:00.000Z'],
    ['Elin', '2026-04-10T06:00:00.000Z', '2026-04-10T10:00:00.000Z'],
  ])
  await expect(repeatWeek('2026-03-23', { weeks: '27', holidays: 'skip' }, later)).rejects.toMatchObject({
    issues: [{ path: ['weeks'], message: 'weeks' }],
  })
})

test('a person who is deleted for good leaves no duty behind', async () => {
  const gone = await addPerson('Slutar', { pressContact: true })
  await addDuty(duty('2026-11-18', '09:00', '12:00', gone), at)
  const kept = await addDuty(duty('2026-11-19'), at)
  await askSwap(kept, gone, { ...at, actor: editor })
  await deletePerson(gone, at)
  expect(await everything()).toMatchObject([{ name: 'Amina', asked: null }])
})
