/** The newsroom itself: its name, colour, languages and boilerplate, and its creation. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkAccent } from '#lib/accent.ts'
import { languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { email, line, perLanguage, requiredLine, wholeNumber } from './inputs.ts'
import { organisations } from './schema/library.ts'
import { type Settings, settings, setupTokens } from './schema/newsroom.ts'
import { type User, users } from './schema/users.ts'
import type { BrandMark, SettingsTexts } from './types.ts'
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
  pressPhone: line(50),
  pressEmail: email,
  /** Stays as it is where it is not sent. */
  lixTarget: wholeNumber(20, 80, 'lix').optional(),
  texts: perLanguage(settingsTextsSchema),
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
}

/** Returns the newsroom's settings, or undefined before it has been set up. */
export async function getSettings(): Promise<Settings | undefined> {
  return (await settingsRow().execute())[0]
}

const settingsRow = prepared((reader) => reader.select().from(settings).limit(1).prepare())

/** Returns the mark of the organisation that the newsroom belongs to. */
export async function getBrandMark(): Promise<BrandMark | null> {
  const owner = await db.query.organisations.findFirst({ where: eq(organisations.kind, 'owner') })
  return owner?.mark ?? null
}

/** Saves the settings and returns their new version. Texts of languages that are not sent stay. Refuses a stale version. */
export async function saveSettings(
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = settingsSchema.parse(input)
  return write(async (tx) => {
    const current = requireVersion(await tx.query.settings.findFirst(), by.baseVersion, 'not-set-up')
    await tx
      .update(settings)
      .set({ ...values, texts: { ...current.texts, ...values.texts }, version: current.version + 1 })
      .where(eq(settings.id, 'settings'))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'settings', targetId: 'settings', now: by.now })
    return current.version + 1
  })
}

/**
 * Issues a one-time token for the set-up page; every older one stops working. Returns undefined once the newsroom has
 * an owner.
 */
export async function issueSetupToken(now: Date): Promise<string | undefined> {
  const token = newToken()
  return write(async (tx) => {
    if (await tx.query.users.findFirst()) return undefined
    await tx.delete(setupTokens)
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
  .extend({ tagline: line(200), owner: userSchema.pick({ name: true, email: true, password: true, language: true }) })

/**
 * Creates the newsroom and its owner. The token works once: of two claims at the same time one becomes the owner and the
 * other is refused (`already-set-up`).
 */
export async function createNewsroom(token: string, input: unknown, now: Date): Promise<User> {
  const { tagline, owner, ...values } = setupSchema.parse(input)
  const passwordHash = await hashPassword(owner.password)
  return write(async (tx) => {
    const used = await tx
      .delete(setupTokens)
      .where(eq(setupTokens.tokenHash, hashOf(token)))
      .returning()
    if (used.length === 0 || (await tx.select({ id: users.id }).from(users).limit(1)).length > 0) {
      throw new Refusal('already-set-up')
    }
    const user = await addUser(tx, { ...owner, role: 'owner', passwordHash }, now)
    const texts = Object.fromEntries(values.languages.map((language) => [language, { ...emptySettingsTexts, tagline }]))
    await tx.insert(settings).values({ id: 'settings', ...values, texts, foundedYear: now.getUTCFullYear() })
    const name = Object.fromEntries(values.languages.map((language) => [language, values.name]))
    await tx.insert(organisations).values({ kind: 'owner', name })
    await recordEvent(tx, { actor: user, verb: 'create', noun: 'newsroom', targetId: 'settings', now })
    return user
  })
}
