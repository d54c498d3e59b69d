import { expect, test } from 'vitest'
import { withdrawRelease } from '../releases/publication.ts'
import { addRelease, by, morning, noon, visit } from '../testing/newsroom.ts'
import { getNeighbours } from './neighbours.ts'

const at = (minutes: number) => ({ at: new Date(morning.getTime() + minutes * 60_000) })

test('before and after a release stand those published next to it that readers can see, in its language', async () => {
  await addRelease('Ett', {}, at(1))
  const two = await addRelease('Två', {}, at(2))
  await addRelease('Two', {}, { translationOf: two, ...at(3) })
  const gone = await addRelease('Tillbaka', {}, at(4))
  const three = await addRelease('Tre', {}, at(5))
  const sameMinute = await addRelease('Samma minut', {}, at(5))
  await addRelease('I morgon', {}, { at: new Date('2026-11-18T07:00:00Z') })
  await withdrawRelease(gone, { ...by, reason: 'Fel', redirectToId: null, now: noon })
  const around = async (id: string, { at: publishAt }: { at: Date }) => {
    const { older, newer } = await getNeighbours({ id, publishAt }, visit)
    return [older?.title, newer?.title]
  }
  expect(await around(two, at(2))).toEqual(['Ett', 'Tre'])
  expect(await around(three, at(5))).toEqual(['Två', 'Samma minut'])
  expect(await around(sameMinute, at(5))).toEqual(['Tre', undefined])
})
