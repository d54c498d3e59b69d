import { afterEach, expect, test } from 'vitest'
import { readLog, write } from '../client.ts'
import { saveRota } from '../duties/rota.ts'
import { addDuty } from '../duties.ts'
import { watchEdition } from '../engine.ts'
import { archivePerson } from '../people/archive.ts'
import { duties, rota } from '../schema/duties.ts'
import { editionNow } from '../testing/edition.ts'
import { addPerson, by, visit } from '../testing/newsroom.ts'
import { getPressDuty } from './duty.ts'
import { readingMoment } from './visible.ts'

const desk = { pressPhone: '08-465 004 30', pressEmail: 'press@example.org' }
const amina = await addPerson('Amina', { pressContact: true })
const elin = await addPerson('Elin', { pressContact: true })
const early = { actor: by.actor, now: new Date('2026-01-01T12:00:00Z') }
const put = (personId: string, date: string, from: string, until: string) =>
  addDuty({ personId, date, from, until, number: 'own' }, early)

afterEach(() =>
  write(async (tx) => {
    await tx.delete(duties)
    await tx.delete(rota)
  }),
)

async function answering(iso: string) {
  const press = await getPressDuty({ ...visit, now: new Date(iso) }, desk)
  if (!press) return 'nothing'
  const said = (one: { person: { name: string }; from: Date; until: Date }) =>
    `${one.person.name} ${one.from.toISOString().slice(11, 16)}–${one.until.toISOString().slice(11, 16)}`
  return press.now.length ? press.now.map(said).join(', ') : press.next ? `next ${said(press.next)}` : 'nobody'
}

test('until a rota is entered nobody is said to answer', async () => {
  expect(await answering('2026-11-27T09:00:00Z')).toBe('nothing')
})

test('whoever is on duty answers from the first minute until the last, and then who follows', async () => {
  await put(amina, '2026-11-27', '09:00', '12:00')
  await put(amina, '2026-11-27', '12:00', '17:00')
  await put(elin, '2026-11-27', '17:00', '21:00')
  await put(amina, '2026-11-28', '09:00', '17:00')
  expect(await answering('2026-11-27T07:59:59.999Z')).toBe('next Amina 08:00–11:00')
  expect(await answering('2026-11-27T08:00:00Z')).toBe('Amina 08:00–16:00, Elin 16:00–20:00')
  expect(await answering('2026-11-27T15:59:59.999Z')).toBe('Amina 11:00–16:00, Elin 16:00–20:00')
  expect(await answering('2026-11-27T16:00:00Z')).toBe('Elin 16:00–20:00')
  expect(await answering('2026-11-27T20:00:00Z')).toBe('next Amina 08:00–16:00')
  expect(await answering('2026-11-28T16:00:00Z')).toBe('nothing')
})

test('who answers is right to the minute on the nights the clocks change and on a leap day', async () => {
  await put(amina, '2027-03-27', '22:00', '07:00')
  expect(await answering('2027-03-28T04:59:00Z')).toBe('Amina 21:00–05:00')
  expect(await answering('2027-03-28T05:00:00Z')).toBe('nothing')
  await put(elin, '2027-10-30', '22:00', '02:30')
  expect(await answering('2027-10-31T00:45:00Z')).toBe('Elin 20:00–01:30')
  expect(await answering('2027-10-31T01:29:00Z')).toBe('Elin 20:00–01:30')
  expect(await answering('2027-10-31T01:30:00Z')).toBe('nothing')
  await put(elin, '2028-02-29', '09:00', '17:00')
  expect(await answering('2028-02-29T15:59:00Z')).toBe('Elin 08:00–16:00')
})

test('when nobody answers the fallback is given, in the reader’s language or another', async () => {
  const hours = Array(8).fill({ from: '', until: '' })
  await saveRota({ hours, fallbackPhone: '08-1', fallbackText: { sv: 'Växeln' } }, { ...early, baseVersion: 0 })
  const press = await getPressDuty({ ...visit, language: 'en' }, desk)
  expect(press).toEqual({ now: [], next: undefined, fallback: { phone: '08-1', text: { text: 'Växeln', lang: 'sv' } } })
})

test('the number is the person’s own or the press desk’s, and whoever is archived answers no more', async () => {
  const gone = await addPerson('Borta', { pressContact: true, email: 'borta@example.org' })
  await put(gone, '2026-11-27', '09:00', '17:00')
  const at = { ...visit, now: new Date('2026-11-27T09:00:00Z') }
  expect((await getPressDuty(at, desk))?.now).toMatchObject([{ phone: '070-174 06 12', email: 'borta@example.org' }])
  await write((tx) => tx.update(duties).set({ deskNumber: true }))
  expect((await getPressDuty(at, desk))?.now).toMatchObject([{ phone: desk.pressPhone, email: desk.pressEmail }])
  await archivePerson(gone, early)
  expect(await answering('2026-11-27T09:00:00Z')).toBe('nothing')
})

test('a kept page is checked at the moment the duty changes, and is then not valid any more', async () => {
  const before = await editionNow()
  await put(amina, '2026-11-27', '09:00', '12:00')
  await put(elin, '2026-11-27', '13:00', '17:00')
  expect(await editionNow()).toBeGreaterThan(before)
  const watch = watchEdition()
  const [eight, eleven, noon] = ['08', '11', '12'].map((hour) => Date.parse(`2026-11-27T${hour}:00:00Z`))
  expect(await watch.nextChange(new Date('2026-11-27T06:00:00Z'))).toBe(eight)
  expect(await watch.nextChange(new Date(eight ?? 0))).toBe(eleven)
  expect(await watch.nextChange(new Date(eleven ?? 0))).toBe(noon)
  watch.close()
  const page = (iso: string) =>
    readLog().track(new Date(iso), () => getPressDuty({ ...visit, now: readingMoment() }, desk))
  const first = await page('2026-11-27T07:00:00Z')
  expect(await first.stillValid({ from: (eight ?? 0) - 1 })).toBe(true)
  expect(await first.stillValid({ from: eight ?? 0 })).toBe(false)
  const second = await page('2026-11-27T11:30:00Z')
  expect(await second.stillValid({ from: (noon ?? 0) - 1 })).toBe(true)
  expect(await second.stillValid({ from: noon ?? 0 })).toBe(false)
})
