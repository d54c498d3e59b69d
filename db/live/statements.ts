/** The accessibility statement and the privacy text as readers see them. */
import { eq } from 'drizzle-orm'
import { type Language, languages } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { statements } from '../schema/newsroom.ts'
import type { AccessibilityStatement, AccessibilityTexts, PrivacyStatement } from '../types.ts'

export interface LiveAccessibility
  extends Pick<AccessibilityStatement, 'conformity' | 'method' | 'assessedOn' | 'updatedOn' | 'feedbackEmail'>,
    AccessibilityTexts {
  /** The language of its own words, which is another where the reader's has none. */
  textLanguage: Language
}

const accessibilityRow = prepared((reader) =>
  reader.select({ content: statements.content }).from(statements).where(eq(statements.kind, 'accessibility')).prepare(),
)
const privacyRow = prepared((reader) =>
  reader.select({ content: statements.content }).from(statements).where(eq(statements.kind, 'privacy')).prepare(),
)

/** Returns the accessibility statement, or undefined where the newsroom publishes none. */
export const getLiveAccessibility = async (language: Language): Promise<LiveAccessibility | undefined> =>
  accessibilityIn((await accessibilityRow().execute())[0]?.content, language)

/** Reads the accessibility statement out of what is stored, as readers see it. */
export function accessibilityIn(content: unknown, language: Language): LiveAccessibility | undefined {
  const statement = content as AccessibilityStatement | null | undefined
  if (!statement?.isPublished) return undefined
  const textLanguage = [language, ...languages].find((one) => statement.texts[one]?.actor)
  const texts = textLanguage === undefined ? undefined : statement.texts[textLanguage]
  if (!texts || textLanguage === undefined) return undefined
  const { conformity, method, assessedOn, updatedOn, feedbackEmail } = statement
  const { actor, service, issues, burdens, outOfScope, assessor } = texts
  return {
    conformity,
    method,
    assessedOn,
    updatedOn,
    feedbackEmail,
    textLanguage,
    actor,
    service,
    issues,
    burdens,
    outOfScope,
    assessor,
  }
}

/** Returns the newsroom's own words about personal data, empty where it has none. */
export async function getLivePrivacy(language: Language): Promise<string> {
  const statement = (await privacyRow().execute())[0]?.content as PrivacyStatement | undefined
  return statement?.texts[language] ?? ''
}
