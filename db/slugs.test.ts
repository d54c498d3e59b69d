import { expect, test } from 'vitest'
import { write } from './client.ts'
import { formerOwner } from './live/redirects.ts'
import { claimSlug, dropRedirects, leaveRedirect, type SlugClaim } from './slugs.ts'

const now = new Date('2026-11-27T08:00:00Z')
const scope = { noun: 'topic', language: 'sv' } as const
const claim = (id: string, wanted: Partial<SlugClaim> = {}, taken: string[] = []) =>
  write((tx) =>
    claimSlug(
      tx,
      { ...scope, id },
      { current: null, title: 'Rent vatten', isTakenNow: async (slug) => taken.includes(slug), ...wanted },
    ),
  )
const chosen = (slug: string) => ({ chosen: { slug, field: 'texts.sv.slug' } })

test('an address is made from the title and stays, until somebody chooses another', async () => {
  expect(await claim('a')).toBe('rent-vatten')
  expect(await claim('a', {}, ['rent-vatten', 'rent-vatten-2'])).toBe('rent-vatten-3')
  expect(await claim('a', { current: 'vatten', ...chosen('') })).toBe('vatten')
  expect(await claim('a', { current: 'vatten', ...chosen('floden') })).toBe('floden')
  await expect(claim('a', chosen('floden'), ['floden'])).rejects.toMatchObject({
    code: 'slug-taken',
    field: 'texts.sv.slug',
  })
})

test('an address somebody has had is theirs in its language, until they are deleted', async () => {
  await write((tx) => leaveRedirect(tx, { ...scope, id: 'a' }, 'regn', now))
  await write((tx) => leaveRedirect(tx, { ...scope, id: 'a' }, 'regn', now))
  expect(await formerOwner(scope, 'regn')).toBe('a')
  expect(await formerOwner({ ...scope, language: 'en' }, 'regn')).toBeUndefined()
  await expect(claim('b', chosen('regn'))).rejects.toMatchObject({ code: 'slug-taken' })
  expect(await claim('b', { title: 'Regn' })).toBe('regn-2')

  await write((tx) => dropRedirects(tx, { noun: 'topic', id: 'a' }))
  expect(await claim('b', chosen('regn'))).toBe('regn')
})

test('an address that is taken back leads nowhere else any more', async () => {
  await write((tx) => leaveRedirect(tx, { ...scope, id: 'a' }, 'moln', now))
  expect(await claim('a', { current: 'himmel', ...chosen('moln') })).toBe('moln')
  expect(await formerOwner(scope, 'moln')).toBeUndefined()
})
