import { expect, test } from 'vitest'
import { listEvents } from '../events.ts'
import { createOrganisation, getOrganisation, listOrganisations } from '../organisations.ts'
import { by } from '../testing/editor.ts'
import { refused } from '../testing/refused.ts'
import { moveToTrash } from '../trash.ts'
import { addFunder, listFunders, makeFunder, orderFunders, removeFunder } from './funders.ts'

const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>'
const named = (name: string, more: object = {}) => ({ name, language: 'sv', logoMediaId: null, ...more })
const names = async () => (await listFunders()).map(({ name }) => name.sv)

test('a funder is added by name as the last, with an address and a mark, and then put in order', async () => {
  await addFunder(named('Fonden', { url: 'https://fonden.example', mark: square }), by)
  await addFunder(named('Byrån'), by)
  expect(await names()).toEqual(['Fonden', 'Byrån'])
  const [first] = await listFunders()
  expect(first).toMatchObject({ url: 'https://fonden.example', mark: { viewBox: '0 0 9 9', isInk: true } })
  await orderFunders((await listFunders()).map(({ id }) => id).reverse(), by)
  expect(await names()).toEqual(['Byrån', 'Fonden'])
  expect((await listEvents('funders')).map(({ verb }) => verb)).toEqual(['order'])
})

test('an organisation of the same name becomes the funder, and keeps what is not sent', async () => {
  const id = await createOrganisation(
    {
      kind: 'partner',
      name: { sv: 'Kommunen', en: 'The Municipality' },
      url: 'https://kommun.example',
      mark: square,
      logoMediaId: null,
    },
    by,
  )
  expect(await addFunder(named('  the municipality '), by)).toBe(id)
  const stored = await getOrganisation(id)
  expect(stored).toMatchObject({ kind: 'funder', name: { sv: 'Kommunen' }, url: 'https://kommun.example' })
  expect(stored?.mark?.viewBox).toBe('0 0 9 9')
  expect((await names()).at(-1)).toBe('Kommunen')
  await expect(addFunder(named('Kommunen'), by)).rejects.toEqual(refused('funder-already'))
})

test('a funder that is taken away stays among the organisations, and can be put back', async () => {
  const [first] = await listFunders()
  const id = first?.id ?? ''
  await removeFunder(id, by)
  expect((await listOrganisations('sv', 'partner')).map((one) => one.id)).toContain(id)
  await expect(removeFunder(id, by)).rejects.toEqual(refused('funders-changed'))
  await makeFunder(id, by)
  expect((await listFunders()).at(-1)?.id).toBe(id)
})

test('the owner, the unknown, a bad mark and another list of funders are refused, and nothing changes', async () => {
  const owner = await createOrganisation({ kind: 'owner', name: { sv: 'Vi' }, logoMediaId: null }, by)
  const before = await listFunders()
  await expect(makeFunder(owner, by)).rejects.toEqual(refused('funder-own'))
  await expect(makeFunder('nobody', by)).rejects.toEqual(refused('unknown-organisation'))
  await expect(addFunder(named(' '), by)).rejects.toThrow('required')
  await expect(addFunder(named('Ny', { mark: '<svg/>' }), by)).rejects.toMatchObject({ field: 'mark' })
  const ids = before.map(({ id }) => id)
  for (const wrong of [ids.slice(1), [...ids, owner], [...ids.slice(1), ids[1]]]) {
    await expect(orderFunders(wrong, by)).rejects.toEqual(refused('funders-changed'))
  }
  expect(await listFunders()).toEqual(before)
})

test('a funder in the trash is none, and none has its place meanwhile', async () => {
  const [first] = await listFunders()
  await moveToTrash('organisation', [first?.id ?? ''], by)
  expect((await listFunders()).map(({ id }) => id)).not.toContain(first?.id)
  await addFunder(named('Nykomling'), by)
  expect((await names()).at(-1)).toBe('Nykomling')
})
