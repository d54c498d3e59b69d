/** Checks the kinds of field that forms are made of. An error names the sentence that tells what is wrong. */
import { z } from 'zod'
import { cleanText, withoutTurns } from '#lib/clean-text.ts'
import { countGraphemes } from '#lib/graphemes.ts'
import { languages } from '#lib/locale.ts'
import { isDay } from '#lib/time/days.ts'

/** One letter may be an emoji of several people, or carry accents, but not any number of them. */
const maxUnitsPerLetter = 8

/** Refuses a text of more letters than so many, as its writer counts them. */
export const atMostLetters =
  (most: number) =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    if (value.length <= most) return
    if (value.length <= most * maxUnitsPerLetter && countGraphemes(value) <= most) return
    issues.push({
      code: 'too_big',
      origin: 'string',
      maximum: most,
      inclusive: true,
      input: value,
      message: 'too-long',
    })
  }

/**
 * A text, trimmed, without the control characters that neither PostgreSQL nor a Word file can hold, and without those that
 * turn the direction of what stands after it.
 */
export const line = (most: number) =>
  z.string().overwrite(cleanText).overwrite(withoutTurns).trim().check(atMostLetters(most))

export const requiredLine = (most: number) => line(most).min(1, { error: 'required' })

/** The same field in each of the newsroom's languages. */
export const perLanguage = <Field extends z.ZodType>(field: Field) => z.partialRecord(z.enum(languages), field)

/** A browser sends `on` for a ticked box, and nothing for another. */
export const checkbox = z.preprocess((value) => value === true || value === 'on', z.boolean())

/** A field in which nothing has been chosen or written is stored as null. */
export const orNull = <Field extends z.ZodType>(field: Field) =>
  z.preprocess((value) => value || null, field.nullable())

/** An id. Only the database knows whether anything has it. */
export const storedId = z.string().max(64)

export const wholeNumber = (least: number, most: number, error: string) =>
  z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })

export const percent = wholeNumber(0, 100, 'percent')

/** A day as YYYY-MM-DD, or empty. */
export const day = (error = 'date') =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || isDay(text), { error })

/**
 * Returns an e-mail address as it is stored, compared and looked up: in small letters, each in its plainest form (NFKC),
 * without what cannot be seen. An address in wide letters, as some keyboards write it, is the same address.
 */
export const comparableEmail = (email: string): string =>
  email
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()

/** An address that has to be there: of an account, or of whoever signs up. */
export const accountEmail = z
  .string()
  .transform(comparableEmail)
  .pipe(z.email({ error: 'email' }).max(254, { error: 'too-long' }))

/** An e-mail address, or empty. */
export const email = z.union([z.literal(''), z.email({ error: 'email' })])

/** The address of a page on the web, or empty. */
export const webAddress = (most: number) =>
  line(most).refine((url) => url === '' || /^https?:$/.test(URL.parse(url)?.protocol ?? ''), { error: 'web-address' })
