import { expect, test } from 'vitest'
import { db } from '../../client.ts'
import { getRelease } from '../../releases.ts'
import { addMember } from '../../testing/members.ts'
import { noon } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { actingOn, approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
import { cancelSchedule, publishRelease, withdrawRelease } from '../publication.ts'
import { smallChange } from '../published/change-notice.ts'
import { publishScheduledChanges } from '../scheduled-changes.ts'
import { takeBack } from '../take-back.ts'
import { readReview } from './state.ts'

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')
await setTwoPairs(true)

const stepsOf = async (id: string) => {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  return (await readReview(db, release)).steps.map(({ step }) => step)
}
const publishAt = async (id: string, actor: typeof elin, now: Date, at: Date | null = null) =>
  publishRelease(id, { ...(await actingOn(id, actor)), at, change: smallChange, now })

test('a publication that was undone approves nothing: its writer still needs somebody else', async () => {
  const id = await begin('Ångrad', elin)
  await publish(id, mattias)
  await takeBack(id, { actor: mattias, now: noon })
  expect(await stepsOf(id)).toEqual([])
  await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
})

test('a text under review that went out by mistake is under review again', async () => {
  const id = await begin('Väntar', johan)
  await submit(id, johan, { reviewerId: elin.id })
  await publish(id, mattias)
  await takeBack(id, { actor: mattias, now: noon })
  expect(await stepsOf(id)).toEqual(['submit'])
  await approve(id, elin)
})

test('a schedule that was cancelled approves nothing, however often it was moved', async () => {
  const id = await begin('Inställd', elin)
  await publishAt(id, mattias, noon, minutes(60))
  await publishAt(id, elin, minutes(1), minutes(90))
  expect(await stepsOf(id)).toEqual(['publish', 'publish'])
  await cancelSchedule(id, { actor: elin, now: minutes(2) })
  expect(await stepsOf(id)).toEqual([])
  await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
})

test('a move that was undone leaves the schedule before it, and its approval', async () => {
  const id = await begin('Flyttad', elin)
  await publishAt(id, mattias, noon, minutes(60))
  await publishAt(id, elin, minutes(1), minutes(90))
  await takeBack(id, { actor: elin, now: minutes(2) })
  expect(await stepsOf(id)).toEqual(['publish'])
})

test('a change of what is out that was dropped leaves the approval of what readers see', async () => {
  for (const drop of [
    (id: string) => cancelSchedule(id, { actor: elin, now: minutes(3) }),
    (id: string) => withdrawRelease(id, { actor: elin, reason: 'Fel.', now: minutes(3) }),
    (id: string) => takeBack(id, { actor: elin, now: minutes(3) }),
  ]) {
    const id = await begin('Ute', elin)
    await publish(id, mattias)
    await rewrite(id, 'Ute, ändrad', elin)
    await publishAt(id, mattias, minutes(2), minutes(60))
    expect(await stepsOf(id)).toEqual(['publish', 'publish'])
    await drop(id)
    expect(await stepsOf(id)).toEqual(['publish'])
    await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
  }
})

test('a change that the clock has carried out approves nothing once it is taken back', async () => {
  const id = await begin('Klockan', elin)
  await publish(id, mattias)
  await rewrite(id, 'Klockan, ändrad', elin)
  await publishAt(id, mattias, minutes(2), minutes(60))
  await publishScheduledChanges(minutes(60))
  await takeBack(id, { actor: elin, now: minutes(60) })
  expect(await stepsOf(id)).toEqual(['publish'])
})
