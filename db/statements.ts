/** The statements that the law asks of a newsroom: how accessible it is, and what it does with personal data. */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { prepared, write } from './client.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { checkbox, day, email, line, perLanguage } from './inputs.ts'
import { statements } from './schema/newsroom.ts'
import { type AccessibilityStatement, conformities, type StatementKind, type Statements } from './types.ts'
import { refuseStale } from './versions.ts'

const short = line(200).default('')
const long = line(2_000).default('')

const issue = z.object({ what: short, where: short, why: long, clause: short, alternative: long, plannedFix: long })
const burden = z.object({ content: short, motivation: long })

/** Leaves out rows of a form in which nothing was written. */
const filled = <Row extends z.ZodType<object>>(row: Row) =>
  z
    .array(row)
    .max(100, { error: 'too-many' })
    .default([])
    .transform((rows) => rows.filter((one) => Object.values(one).some(Boolean)))

const accessibilityTexts = z.object({
  actor: short,
  service: short,
  issues: filled(issue),
  burdens: filled(burden),
  outOfScope: long,
  assessor: short,
})

const accessibilitySchema = z
  .object({
    isPublished: checkbox,
    conformity: z.enum(conformities),
    method: z.enum(['self', 'external']),
    assessedOn: day('day'),
    updatedOn: day('day'),
    feedbackEmail: email,
    texts: perLanguage(accessibilityTexts),
  })
  .superRefine((statement, context) => {
    for (const [language, texts] of Object.entries(statement.texts)) {
      if (!texts) continue
      const missing = (name: string, error: string) =>
        context.addIssue({ code: 'custom', message: error, path: ['texts', language, name] })
      if (statement.isPublished && !texts.actor) missing('actor', 'required')
      if (statement.isPublished && !texts.service) missing('service', 'required')
      for (const [index, row] of texts.issues.entries())
        if (!row.what)
          context.addIssue({ code: 'custom', message: 'required', path: ['texts', language, 'issues', index, 'what'] })
      if (statement.conformity === 'full' && texts.issues.length > 0)
        context.addIssue({ code: 'custom', message: 'full-with-issues', path: ['conformity'] })
    }
    if (statement.isPublished && !statement.assessedOn)
      context.addIssue({ code: 'custom', message: 'required', path: ['assessedOn'] })
  })

const privacySchema = z.object({
  texts: perLanguage(line(20_000)),
})

const schemas = { accessibility: accessibilitySchema, privacy: privacySchema } as const

export const emptyStatements: Statements = {
  accessibility: {
    isPublished: false,
    conformity: 'partial',
    method: 'self',
    assessedOn: '',
    updatedOn: '',
    feedbackEmail: '',
    texts: {},
  },
  privacy: { texts: {} },
}

/** Returns a statement as it was last saved, with its version; an empty one before that. */
export async function getStatement<Kind extends StatementKind>(
  kind: Kind,
): Promise<{ content: Statements[Kind]; version: number }> {
  const [row] = await statementQuery().execute({ kind })
  return row
    ? { content: row.content as Statements[Kind], version: row.version }
    : { content: emptyStatements[kind], version: 0 }
}

const statementQuery = prepared((reader) =>
  reader
    .select()
    .from(statements)
    .where(eq(statements.kind, sql.placeholder('kind')))
    .prepare(),
)

/** Saves a statement and returns its new version. Texts of languages that are not sent stay. Refuses a stale version. */
export async function saveStatement(
  kind: StatementKind,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = schemas[kind].parse(input)
  return write(async (tx) => {
    const current = await tx.query.statements.findFirst({ where: eq(statements.kind, kind) })
    refuseStale(current?.version ?? 0, by.baseVersion)
    const before = await fieldsOf(tx, 'statement', kind)
    const content = { ...values, texts: { ...current?.content.texts, ...values.texts } } as Statements[StatementKind]
    const row = { content, version: by.baseVersion + 1, updatedAt: by.now }
    await tx
      .insert(statements)
      .values({ kind, ...row })
      .onConflictDoUpdate({ target: statements.kind, set: row })
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'statement', targetId: kind, before, now: by.now })
    return row.version
  })
}

const reviewAfterMonths = 12

/** Returns the day from which an assessment is older than a year, as YYYY-MM-DD. */
export function reviewDueOn({ assessedOn }: Pick<AccessibilityStatement, 'assessedOn'>): string {
  const due = new Date(`${assessedOn}T12:00:00Z`)
  due.setUTCMonth(due.getUTCMonth() + reviewAfterMonths)
  return due.toISOString().slice(0, 10)
}
