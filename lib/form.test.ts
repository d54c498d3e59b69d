import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { differing, formValues, runAction } from './form.ts'
import { Refusal } from './refusal.ts'

const schema = z.object({
  name: z.string().min(1, { error: 'required' }).max(5, { error: 'too-long' }),
  email: z.email({ error: 'email' }),
})
const parse = (input: unknown) => runAction('sv', async () => void schema.parse(input))

describe('attempt', () => {
  it('says what is wrong with each field, in the language of the user', async () => {
    const state = await parse({ name: 'sju tecken', email: 'ingen' })
    expect(state.status).toBe('refused')
    expect(state.errors.name).toContain('5')
    expect(state.errors.email).toMatch(/e-post/i)
  })

  it('names the field a refusal is about, and else speaks of the whole form', async () => {
    const field = await runAction('en', async () => {
      throw new Refusal('email-taken', { field: 'email' })
    })
    expect(field.errors.email).toBeTruthy()
    const whole = await runAction('en', async () => {
      throw new Refusal('disk-full')
    })
    expect(whole).toMatchObject({ status: 'refused', code: 'disk-full', errors: {} })
    expect(whole.message).toContain('disk')
  })

  it('brings along what is stored now when the save was stale', async () => {
    const state = await runAction(
      'sv',
      async () => {
        throw new Refusal('stale')
      },
      async () => ({ version: 7, theirs: { name: 'Deras' } }),
    )
    expect(state).toMatchObject({ status: 'refused', code: 'stale', version: 7, theirs: { name: 'Deras' } })
  })

  it('throws on what nobody foresaw', async () => {
    await expect(
      runAction('sv', async () => {
        throw new TypeError('a fault')
      }),
    ).rejects.toThrow('a fault')
  })
})

describe('formValues', () => {
  it('goes inwards at dots, makes lists of numbers and of []', () => {
    const data = new FormData()
    data.append('name', 'Andra vattnet')
    data.append('languages[]', 'sv')
    data.append('roles.0.title.sv', 'Chef')
    data.append('roles.2.title.sv', 'Doktorand')
    data.append('$ACTION_ID', 'x')
    data.append('address', 'Slussgatan 4\r\nLövsele')
    expect(formValues(data)).toEqual({
      name: 'Andra vattnet',
      languages: ['sv'],
      address: 'Slussgatan 4\nLövsele',
      roles: [{ title: { sv: 'Chef' } }, { title: { sv: 'Doktorand' } }],
    })
  })

  it('writes a letter as one sign, however the keyboard wrote it', () => {
    const data = new FormData()
    data.append('name', 'Åsa Öberg'.normalize('NFD'))
    expect(formValues(data)).toEqual({ name: 'Åsa Öberg'.normalize('NFC') })
  })

  it('cannot reach the prototype', () => {
    const data = new FormData()
    data.append('__proto__.admin', 'yes')
    data.append('a.constructor.prototype.admin', 'yes')
    formValues(data)
    expect(({} as { admin?: string }).admin).toBeUndefined()
  })
})

describe('differing', () => {
  it('tells what is stored where that is not what was sent', () => {
    const data = new FormData()
    data.append('name', 'Mitt')
    data.append('texts.sv.about', 'Samma\r\ntext')
    data.append('languages[]', 'sv')
    const stored = { name: 'Deras', version: 3, texts: { sv: { about: 'Samma\r\ntext' } }, languages: ['sv', 'en'] }
    expect(differing(stored, data)).toEqual({ name: 'Deras', languages: 'sv, en' })
  })
})
