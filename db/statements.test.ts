import { expect, test } from 'vitest'
import { getLiveNewsroom } from './live/newsroom.ts'
import { getLiveAccessibility, getLivePrivacy } from './live/statements.ts'
import { getStatementReminders } from './reminders.ts'
import { addFeedback, deleteFeedback, handleFeedback, listFeedback } from './statements/feedback.ts'
import { emptyStatements, getStatement, saveStatement } from './statements.ts'
import { by, noon } from './testing/newsroom.ts'

const texts = { actor: 'Provverket', service: 'Provrummet' }
const statement = {
  ...emptyStatements.accessibility,
  isPublished: 'on',
  assessedOn: '2026-01-31',
  texts: { sv: texts },
}

test('a statement is read when it is published, in another language where the reader’s has none', async () => {
  expect(await getLiveAccessibility('sv')).toBeUndefined()
  expect((await getLiveNewsroom('sv'))?.hasAccessibility).toBe(false)
  await saveStatement('accessibility', statement, { ...by, baseVersion: 0 })
  expect((await getLiveNewsroom('en'))?.hasAccessibility).toBe(true)
  expect(await getLiveAccessibility('en')).toMatchObject({ textLanguage: 'sv', actor: 'Provverket', issues: [] })
  await expect(saveStatement('accessibility', statement, { ...by, baseVersion: 0 })).rejects.toMatchObject({
    code: 'stale',
    details: { version: 1 },
  })
})

test('what cannot be is refused at its field, and rows nobody wrote in are left out', async () => {
  const save = (changes: object) =>
    saveStatement('accessibility', { ...statement, ...changes }, { ...by, baseVersion: 1 })
  const issue = { what: 'Film utan text', where: '', why: '', clause: '', alternative: '', plannedFix: '' }
  const empty = { what: '', where: ' ', why: '', clause: '', alternative: '', plannedFix: '' }
  const paths = (changes: object) =>
    save(changes).then(
      () => [],
      (error) => error.issues.map(({ path }: { path: string[] }) => path.join('.')),
    )
  expect(await paths({ texts: { sv: { ...texts, actor: '' } } })).toEqual(['texts.sv.actor'])
  expect(await paths({ conformity: 'full', texts: { sv: { ...texts, issues: [issue] } } })).toEqual(['conformity'])
  expect(await paths({ assessedOn: '2026-02-30' })).toEqual(['assessedOn'])
  expect(await paths({ assessedOn: '' })).toEqual(['assessedOn'])
  expect(await paths({ texts: { sv: { ...texts, issues: [issue, empty] } } })).toEqual([])
  expect((await getStatement('accessibility')).content.texts.sv?.issues).toHaveLength(1)
})

test('the desk reminds when the assessment is a year old, and not before', async () => {
  const dueAt = async (day: string) => (await getStatementReminders(day, noon)).review?.dueOn
  expect(await dueAt('2027-01-30')).toBeUndefined()
  expect(await dueAt('2027-01-31')).toBe('2027-01-31')
})

test('the privacy page has the newsroom’s own words, or none', async () => {
  await saveStatement('privacy', { texts: { sv: 'Ingenting sparas.' } }, { ...by, baseVersion: 0 })
  expect([await getLivePrivacy('sv'), await getLivePrivacy('en')]).toEqual(['Ingenting sparas.', ''])
})

test('a message waits until it is handled, is limited, and is gone within a year', async () => {
  const send = (text: string, now: Date, address = '192.0.2.1') =>
    addFeedback({ language: 'sv', text }, { address, now })
  const later = (months: number) => new Date(new Date(noon).setUTCMonth(noon.getUTCMonth() + months))
  const first = await send('Tabellen går inte att läsa', noon)
  await expect(send(' ', noon)).rejects.toThrow()
  expect((await getStatementReminders('2026-11-17', noon)).unhandled).toBe(1)
  await handleFeedback(first, { ...by, isHandled: true })
  expect((await getStatementReminders('2026-11-17', noon)).unhandled).toBe(0)
  for (let n = 0; n < 4; n++) await send(`Nummer ${n}`, noon)
  await expect(send('En för mycket', noon)).rejects.toMatchObject({ code: 'too-many-attempts' })
  expect(await listFeedback(later(13))).toEqual([])
  await deleteFeedback(first, by)
  await expect(deleteFeedback(first, by)).rejects.toMatchObject({ code: 'unknown-feedback' })
})
