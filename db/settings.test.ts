import { describe, expect, it } from 'vitest'
import { db } from './client.ts'
import { getLiveNewsroom } from './live/newsroom.ts'
import { organisations } from './schema/library.ts'
import { users } from './schema/users.ts'
import {
  createNewsroom,
  emptySettingsTexts,
  getSettings,
  isSetupToken,
  issueSetupToken,
  saveFundersLine,
  saveSettings,
} from './settings.ts'

const now = new Date('2026-11-24T13:02:00Z')
const claim = (name: string) => ({
  name: 'Andra vattnet',
  tagline: 'Vatten som används mer än en gång',
  languages: ['sv', 'en'] as ('sv' | 'en')[],
  timeZone: 'Europe/Stockholm',
  accent: '#2447B2',
  owner: { name, email: `${name}@example.org`, password: 'ett långt lösenord', language: 'sv' as const },
})

describe('set-up', () => {
  it('gives one owner to two who claim the newsroom at once, and is dead afterwards', async () => {
    const token = (await issueSetupToken(now)) as string
    expect(await isSetupToken(token)).toBe(true)
    const claims = await Promise.allSettled(['eva', 'adam'].map((name) => createNewsroom(token, claim(name), now)))
    expect(claims.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = claims.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'already-set-up' })
    expect(await db.select().from(users)).toHaveLength(1)
    expect(await db.select().from(organisations)).toHaveLength(1)

    expect(await isSetupToken(token)).toBe(false)
    expect(await issueSetupToken(now)).toBeUndefined()
    await expect(createNewsroom(token, claim('nils'), now)).rejects.toMatchObject({ code: 'already-set-up' })
    expect(await getSettings()).toMatchObject({ accent: '#2447b2', foundedYear: 2026 })
  })

  it('keeps the line about the newsroom in the language it was written in, and copies it into no other', async () => {
    const texts = (await getSettings())?.texts
    expect(texts?.sv?.tagline).toBe('Vatten som används mer än en gång')
    expect(texts?.en).toEqual(emptySettingsTexts)
    expect((await getLiveNewsroom('en'))?.tagline).toEqual({ text: 'Vatten som används mer än en gång', lang: 'sv' })
    expect((await getLiveNewsroom('sv'))?.tagline.lang).toBeUndefined()
  })
})

describe('saving the settings', () => {
  const changed = (name: string) => ({
    ...claim('eva'),
    name,
    foundedYear: '2022',
    pressPhone: '',
    pressEmail: '',
    texts: { sv: { ...emptySettingsTexts, tagline: 'Ny rad' } },
  })

  it('keeps the later of two only when it started from the earlier', async () => {
    const [eva] = await db.select().from(users)
    if (!eva) throw new Error('the owner is missing')
    await saveSettings(changed('Ett'), { actor: eva, baseVersion: 1, now })
    await expect(saveSettings(changed('Två'), { actor: eva, baseVersion: 1, now })).rejects.toMatchObject({
      code: 'stale',
      details: { version: 2 },
    })
    expect(await getSettings()).toMatchObject({ name: 'Ett', version: 2 })
  })

  it('refuses an accent readers would not see, and a language that nobody speaks', async () => {
    const [eva] = await db.select().from(users)
    if (!eva) throw new Error('the owner is missing')
    const by = { actor: eva, baseVersion: 2, now }
    await expect(saveSettings({ ...changed('X'), accent: '#ffd500' }, by)).rejects.toThrow('accent-contrast')
    await expect(saveSettings({ ...changed('X'), accent: 'gul' }, by)).rejects.toThrow('colour')
    await expect(saveSettings({ ...changed('X'), languages: [] }, by)).rejects.toThrow('language-missing')
    await expect(saveSettings({ ...changed('X'), timeZone: 'Europe/Atlantis' }, by)).rejects.toThrow('time-zone')
    expect(await getSettings()).toMatchObject({ name: 'Ett', version: 2 })
  })

  it('leaves the texts that are not sent, and saves the line above the funders by itself', async () => {
    const [eva] = await db.select().from(users)
    if (!eva) throw new Error('the owner is missing')
    const by = (baseVersion: number) => ({ actor: eva, baseVersion, now })
    await saveFundersLine({ texts: { en: { fundersLine: 'Funded by two', tagline: 'no' } } }, by(2))
    await expect(saveFundersLine({ texts: {} }, by(2))).rejects.toMatchObject({ code: 'stale' })
    await saveSettings({ ...changed('Ett'), texts: { en: { tagline: 'A line' } } }, by(3))
    expect((await getSettings())?.texts).toMatchObject({
      sv: { tagline: 'Ny rad' },
      en: { tagline: 'A line', fundersLine: 'Funded by two' },
    })
  })

  /** Saves over what is stored, with these fields as well. */
  const save = async (more: object) => {
    const [actor] = await db.select().from(users)
    if (!actor) throw new Error('the owner is missing')
    const baseVersion = (await getSettings())?.version ?? 0
    return saveSettings({ ...changed('Ett'), ...more }, { actor, baseVersion, now })
  }

  it('keeps which years the foot names, refuses a fixed year without one, and leaves them where they are not sent', async () => {
    expect((await getSettings())?.footYears).toEqual({ form: 'since', year: null })
    await expect(save({ footYears: { form: 'fixed', year: '' } })).rejects.toThrow('year-missing')
    await expect(save({ footYears: { form: 'since', year: '19' } })).rejects.toThrow('year')
    await expect(save({ footYears: { form: 'always', year: '' } })).rejects.toThrow()
    await save({ footYears: { form: 'fixed', year: '2024' } })
    await save({})
    expect((await getSettings())?.footYears).toEqual({ form: 'fixed', year: 2024 })
  })

  it('keeps for what programs may read, also when it is for nothing, and leaves it where it is not sent', async () => {
    expect((await getSettings())?.crawlers).toEqual(['search', 'answers', 'training'])
    await expect(save({ crawlers: ['search', 'spam'] })).rejects.toThrow()
    await save({ crawlers: ['search'] })
    await save({})
    expect((await getSettings())?.crawlers).toEqual(['search'])
    await save({ crawlers: [] })
    expect((await getSettings())?.crawlers).toEqual([])
  })

  it('keeps whether two pairs of eyes are asked for, and leaves it where it is not sent', async () => {
    expect((await getSettings())?.twoPairsOfEyes).toBe(false)
    await save({ twoPairsOfEyes: 'on' })
    await save({})
    expect((await getSettings())?.twoPairsOfEyes).toBe(true)
    await save({ twoPairsOfEyes: false })
    expect((await getSettings())?.twoPairsOfEyes).toBe(false)
  })

  it('keeps how heavy a text may read between what can be, and leaves it where it is not sent', async () => {
    const [eva] = await db.select().from(users)
    if (!eva) throw new Error('the owner is missing')
    expect(await getSettings()).toMatchObject({ lixTarget: 50 })
    const { version = 0 } = (await getSettings()) ?? {}
    for (const lixTarget of ['', '19', '81', '40,5', 'lätt']) {
      await expect(
        saveSettings({ ...changed('X'), lixTarget }, { actor: eva, baseVersion: version, now }),
      ).rejects.toThrow('lix')
    }
    await saveSettings({ ...changed('Ett'), lixTarget: '45' }, { actor: eva, baseVersion: version, now })
    await saveSettings(changed('Ett'), { actor: eva, baseVersion: version + 1, now })
    expect(await getSettings()).toMatchObject({ lixTarget: 45, version: version + 2 })
  })
})
