/** The rows of the exported questions, with every moment in UTC. */
import type { RegisteredQuestion } from '#db/questions/registrar.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

const columns = [
  'number',
  'asked',
  'deadline',
  'name',
  'outlet',
  'email',
  'phone',
  'about',
  'text',
  'held',
  'answers',
  'notes',
  'closed',
  'closing',
  'reason',
  'erased',
] as const

export const csvHead = (language: Language): string[] =>
  columns.map((column) => translator(language, 'questions')(`column-${column}`))

export function csvRow(question: RegisteredQuestion, language: Language): string[] {
  const t = translator(language, 'questions')
  const { number, createdAt, deadline, name, outlet, email, phone, about, text, holder } = question
  const { closedAt, closing, closingReason, erasedAt, entries } = question
  const written = (wanted: 'answer' | 'note') =>
    entries
      .filter(({ kind }) => kind === wanted)
      .map((entry) => `${entry.createdAt.toISOString()} ${entry.author}: ${entry.text}`)
      .join('\n')
  return [
    String(number),
    createdAt.toISOString(),
    deadline.toISOString(),
    ...[name, outlet, email, phone],
    about?.title.replaceAll('\u00ad', '') ?? '',
    text,
    holder ?? '',
    written('answer'),
    written('note'),
    closedAt?.toISOString() ?? '',
    closing ? t(`said-${closing}`) : '',
    closingReason,
    erasedAt?.toISOString() ?? '',
  ]
}
