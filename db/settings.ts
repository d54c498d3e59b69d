/** The newsroom itself: its name, colour, languages and boilerplate, and its creation. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkAccent } from '#lib/accent.ts'
import { crawlPurposes } from '#lib/crawlers.ts'
import { aiDisclosures } from '#lib/document/ai-use.ts'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import { env } from '#lib/env.ts'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, write } from './client.ts'
import { atMost } from './dialect.ts'
import { isPostgres } from './engine/chosen.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { checkbox, email, line, orNull, perLanguage, requiredLine, wholeNumber } from './inputs.ts'
import { organisations } from './schema/library.ts'
import { type Settings, settings, setupTokens } from './schema/newsroom.ts'
import { type User, users } from './schema/users.ts'
import { footYearForms, questionReplies, type SettingsTexts } from './types.ts'
import { hashPassword } from './users/passwords.ts'
import { hashOf, newToken } from './users/tokens.ts'
import { addUser, userSchema } from './users.ts'
import { requireVersion } from './versions.ts'

const isTimeZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone)

const settingsTextsSchema = z.object({
  tagline: line(200),
  boilerplate: line(3_000),
  fundersLine: line(500),
  readingBarLabel: line(40),
  pressDeskName: line(100),
  pressDeskHours: line(100),
  address: line(500),
  legal: line(500),
  embargoTerms: line(2_000),
}) satisfies z.ZodType<SettingsTexts>

const settingsSchema = z.object({
  name: requiredLine(100),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: 'colour', abort: true })
    .toLowerCase()
    .refine((colour) => checkAccent(colour).passes, { error: 'accent-contrast' }),
  languages: z.array(z.enum(languages)).min(1, { error: 'language-missing' }),
  timeZone: z.string().refine(isTimeZone, { error: 'time-zone' }),
  foundedYear: wholeNumber(1000, 9999, 'year'),
  /** Stays as it is where it is not sent. */
  footYears: z
    .object({ form: z.enum(footYearForms), year: orNull(wholeNumber(1000, 9999, 'year')) })
    .refine(({ form, year }) => form !== 'fixed' || year !== null, { path: ['year'], error: 'year-missing' })
    .optional(),
  pressPhone: line(50),
  pressEmail: email,
  /** Stays as it is where it is not sent. */
  lixTarget: wholeNumber(20, 80, 'lix').optional(),
  /** Stays as it is where it is not sent; none at all is an answer too. */
  crawlers: z.array(z.enum(crawlPurposes)).optional(),
  /** Stays as it is where it is not sent. */
  twoPairsOfEyes: checkbox.optional(),
  /** Stays as it is where it is not sent. */
  aiDisclosure: z.enum(aiDisclosures).optional(),
  /** Stays as it is where it is not sent. */
  questions: z
    .object({
      isOpen: checkbox,
      replyTo: z.enum(questionReplies),
      keptDays: wholeNumber(1, 3_650, 'kept-days'),
    })
    .optional(),
  texts: perLanguage(settingsTextsSchema.partial()),
})

export const emptySettingsTexts: SettingsTexts = {
  tagline: '',
  boilerplate: '',
  fundersLine: '',
  readingBarLabel: '',
  pressDeskName: '',
  pressDeskHours: '',
  address: '',
  legal: '',
  embargoTerms: '',
}

/** Returns the newsroom's settings, or undefined before it has been set up. */
export async function getSettings(): Promise<Settings | undefined> {
  return (await settingsRow().execute())[0]
}

const settingsRow = prepared((reader) => reader.select().from(settings).prepare())

/** Returns the mark of the organisation that the newsroom belongs to. */
export async function getBrandMark(): Promise<BrandMark | null> {
  const [owner] = await ownerMark().execute()
  return owner?.mark ?? null
}

const ownerMark = prepared((reader) =>
  reader
    .select({ mark: organisations.mark })
    .from(organisations)
    .where(eq(organisations.kind, 'owner'))
    .limit(atMost(1))
    .prepare(),
)

/**
 * Saves the line above the funders in each language sent, and returns the settings' new version. Refuses a stale version.
 */
export async function saveFundersLine(
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const { texts } = settingsSchema.pick({ texts: true }).parse(input)
  const lines = Object.entries(texts).map(([language, sent]) => [language, { fundersLine: sent?.fundersLine ?? '' }])
  return write(async (tx) => {
    const current = requireVersion(await tx.query.settings.findFirst(), by.baseVersion, 'not-set-up')
    const before = await fieldsOf(tx, 'settings', 'settings')
    await tx
      .update(settings)
      .set({ texts: textsWith(current.texts, Object.fromEntries(lines)), version: current.version + 1 })
      .where(eq(settings.id, 'settings'))
    const about = { noun: 'settings', targetId: 'settings', before }
    await recordEvent(tx, { actor: by.actor, verb: 'save', ...about, now: by.now })
    return current.version + 1
  })
}

/** Saves the settings and returns their new version. Texts that are not sent stay. Refuses a stale version. */
export async function saveSettings(
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = settingsSchema.parse(input)
  return write(async (tx) => {
    const current = requireVersion(await tx.query.settings.findFirst(), by.baseVersion, 'not-set-up')
    const before = await fieldsOf(tx, 'settings', 'settings')
    await tx
      .update(settings)
      .set({ ...values, texts: textsWith(current.texts, values.texts), version: current.version + 1 })
      .where(eq(settings.id, 'settings'))
    const about = { noun: 'settings', targetId: 'settings', before }
    await recordEvent(tx, { actor: by.actor, verb: 'save', ...about, now: by.now })
    return current.version + 1
  })
}

type Texts = Settings['texts']

const textsWith = (current: Texts, sent: Partial<Record<Language, Partial<SettingsTexts>>>): Texts => ({
  ...current,
  ...Object.fromEntries(
    Object.entries(sent).map(([language, changed]) => [
      language,
      { ...emptySettingsTexts, ...current[language], ...changed },
    ]),
  ),
})

/**
 * Issues a one-time token for the set-up page; every older one stops working. Returns undefined once the newsroom has
 * an owner.
 */
export async function issueSetupToken(now: Date): Promise<string | undefined> {
  const token = newToken()
  return write(async (tx) => {
    if (await tx.query.users.findFirst()) return undefined
    // Each of several nodes prints one as it starts.
    if (!isPostgres) await tx.delete(setupTokens)
    await tx.insert(setupTokens).values({ tokenHash: hashOf(token), createdAt: now })
    return token
  })
}

/** Whether the token still opens the set-up page. */
export async function isSetupToken(token: string): Promise<boolean> {
  const row = await db.query.setupTokens.findFirst({ where: eq(setupTokens.tokenHash, hashOf(token)) })
  return row !== undefined
}

const setupSchema = settingsSchema
  .pick({ name: true, accent: true, languages: true, timeZone: true })
  .extend({ tagline: line(200) })
const ownerSchema = userSchema.pick({ name: true, email: true, password: true, language: true })

/**
 * Creates the newsroom and its owner. The line about it is in the language it was written in, and the others stay empty:
 * a sentence in another language is no translation. Where no password opens the owner needs none. The token works once: of
 * two claims at the same time one becomes the owner and the other is refused (`already-set-up`).
 */
export async function createNewsroom(token: string, input: unknown, now: Date, from?: string): Promise<User> {
  const { tagline, owner, ...values } = setupSchema
    .extend({ owner: ownerSchema.partial(env.allowsPasswords ? {} : { password: true }) })
    .parse(input)
  const passwordHash = owner.password ? await hashPassword(owner.password) : ''
  return write(async (tx) => {
    const used = await tx
      .delete(setupTokens)
      .where(eq(setupTokens.tokenHash, hashOf(token)))
      .returning()
    if (used.length === 0 || (await tx.select({ id: users.id }).from(users).limit(1)).length > 0) {
      throw new Refusal('already-set-up')
    }
    await tx.delete(setupTokens)
    const user = await addUser(tx, { ...owner, role: 'owner', passwordHash }, now)
    const written = values.languages.includes(owner.language) ? owner.language : values.languages[0]
    const texts = Object.fromEntries(
      values.languages.map((language) => [
        language,
        { ...emptySettingsTexts, tagline: language === written ? tagline : '' },
      ]),
    )
    await tx.insert(settings).values({ id: 'settings', ...values, texts, foundedYear: now.getUTCFullYear() })
    const name = Object.fromEntries(values.languages.map((language) => [language, values.name]))
    await tx.insert(organisations).values({ kind: 'owner', name })
    await recordEvent(tx, { actor: { ...user, from }, verb: 'create', noun: 'newsroom', targetId: 'settings', now })
    return user
  })
}
