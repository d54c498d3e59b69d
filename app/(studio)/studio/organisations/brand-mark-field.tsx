'use client'
import { type FormEvent, useState } from 'react'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { BrandMark } from '#db/types.ts'
import { BrandMarkPath } from './brand-icon.tsx'
import styles from './organisation.module.css'

/** A field for a one-colour mark, written as SVG path data and shown as it is typed. */
export function BrandMarkField({ mark }: { mark: BrandMark | null }) {
  const t = useText('organisations')
  const [path, setPath] = useState(mark?.path ?? '')
  const [width, setWidth] = useState(mark?.strokeWidth?.toString() ?? '')
  const stroke = Number(width.replace(',', '.'))
  const drawn: BrandMark = { path, strokeWidth: width && stroke > 0 ? stroke : null }
  return (
    <div className={styles.mark}>
      <div className={styles.drawing}>
        <TextArea
          name="mark.path"
          label={t('mark')}
          hint={t('mark-hint')}
          rows={3}
          spellCheck={false}
          defaultValue={path}
          onChange={(event: FormEvent<HTMLTextAreaElement>) => setPath(event.currentTarget.value)}
        />
        <TextField
          name="mark.strokeWidth"
          label={t('stroke')}
          hint={t('stroke-hint')}
          inputMode="decimal"
          size={5}
          inputClassName="auto num"
          defaultValue={width}
          onChange={(event: FormEvent<HTMLInputElement>) => setWidth(event.currentTarget.value)}
        />
      </div>
      <svg className={styles.preview} viewBox="-4 -4 40 40" role="img" aria-label={t('mark-preview')}>
        {/^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]*$/.test(path) && <BrandMarkPath mark={drawn} />}
      </svg>
    </div>
  )
}
