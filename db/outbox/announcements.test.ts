import { afterEach, expect, test } from 'vitest'
import { listEvents } from '../events.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { getSettings, saveSettings } from '../settings.ts'
import { addRelease, by, noon } from '../testing/newsroom.ts'
import { announceChanges } from './announcements.ts'
import { claimDelivery, listDeliveries, settleArrived } from './deliveries.ts'

const service = 'https://indexnow.example/indexnow'
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

async function allow(...crawlers: string[]): Promise<void> {
  const settings = await getSettings()
  if (!settings) throw new Error('no newsroom')
  await saveSettings({ ...settings, crawlers, texts: {} }, { ...by, baseVersion: settings.version })
}

/** Returns the pages that search engines are now to be told of, and settles that they have been. */
async function toTell(now: Date): Promise<string[]> {
  const pages: string[] = []
  for (let due = await claimDelivery('indexnow', now); due; due = await claimDelivery('indexnow', now)) {
    expect(due.recipient).toBe(service)
    pages.push(new URL(due.subjectId).pathname)
    await settleArrived([due], now)
  }
  return pages.sort()
}

afterEach(() => {
  delete process.env.INDEXNOW_URL
})

test('search engines are told of each page that changes, once, and of one that is withdrawn', async () => {
  process.env.INDEXNOW_URL = service
  const id = await addRelease('Hittad')
  await addRelease('Found', {}, { translationOf: id })
  const later = await addRelease('Senare', {}, { at: minutes(60) })
  await announceChanges(minutes(2))
  expect(await toTell(minutes(2))).toEqual(['/en/news/found', '/nyheter/hittad'])
  await announceChanges(minutes(3))
  expect(await toTell(minutes(3))).toEqual([])
  await withdrawRelease(id, { ...by, reason: 'Fel', now: noon })
  await announceChanges(minutes(4))
  expect(await toTell(minutes(4))).toEqual(['/nyheter/hittad'])
  await announceChanges(minutes(62))
  expect(await toTell(minutes(62))).toEqual(['/nyheter/senare'])
  const goneOut = (await listEvents(later)).filter(({ verb }) => verb === 'go-out')
  expect(goneOut.map(({ at, actor }) => [at, actor])).toEqual([[minutes(60), 'Maja']])
  expect(await listDeliveries('hub')).toEqual([])
})

test('nobody is told where no service is named, or where search engines may not read the pages', async () => {
  await addRelease('Tyst')
  await announceChanges(minutes(2))
  expect(await toTell(minutes(2))).toEqual([])
  process.env.INDEXNOW_URL = service
  await allow('answers', 'training')
  await addRelease('Dold')
  await announceChanges(minutes(4))
  expect(await toTell(minutes(4))).toEqual([])
})
