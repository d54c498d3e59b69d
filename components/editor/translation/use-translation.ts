'use client'
/** Holds the rows of the source, and marks one as right. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { troubleFrom } from '#components/ui/form/form-trouble.ts'
import { useText } from '#components/ui/messages.tsx'
import {
  type BlockRow,
  countOutdatedRows,
  keyOfField,
  type TranslatedField,
  type TranslationRows,
} from '#lib/document/translation.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'

/** A row keeps its id for as long as the page is open, whatever its block comes to say. */
export type KeyedRow = BlockRow & { id: string; isGone?: true }

export interface TranslationReview {
  rows: KeyedRow[]
  fields: TranslationRows['fields']
  left: number
  trouble: string
  settle: (key: string) => void
  settleField: (field: TranslatedField) => void
}

export function useTranslation(
  releaseId: string,
  translation: NonNullable<EditorProps['translation']>,
  writing: Writing,
): TranslationReview {
  const t = useText('beside')
  const formText = useText('forms')
  const [rows, setRows] = useState(() =>
    translation.rows.blocks.map((row, n): KeyedRow => ({ ...row, id: `row-${n}` })),
  )
  const [fields, setFields] = useState(translation.rows.fields)
  const [trouble, setTrouble] = useState('')
  const left = countOutdatedRows({ blocks: rows, fields })

  const settle = async (key: string) => {
    setTrouble('')
    try {
      // The server's snapshot is about the text it has, so the text is saved first.
      if ((await writing.saver.flush()) === undefined) return setTrouble(t('not-saved'))
      const outcome = await translation.settle(releaseId, key)
      if (outcome.message) return setTrouble(outcome.message)
      setRows((before) => before.map((row) => settledRow(row, key)))
      setFields((before) =>
        before.map((row) => (keyOfField(row) === key ? { ...row, state: 'right', was: row.now } : row)),
      )
      announce(left > 1 ? t('left', { count: left - 1 }) : t('all-right'))
    } catch (error) {
      setTrouble(formText(troubleFrom(error)))
    }
  }
  return {
    rows,
    fields,
    left,
    trouble,
    settle: (key) => void settle(key),
    settleField(field) {
      const row = fields.find((one) => one.field === field)
      if (row) void settle(keyOfField(row))
    },
  }
}

/** Returns a settled row. A block that is gone from the source disappears here too, when that has been seen. */
function settledRow(row: KeyedRow, key: string): KeyedRow {
  if (row.key !== key) return row
  return { ...row, state: 'right', was: row.now, ...(row.now === null && { isGone: true as const }) }
}
