import { MarkDrawing } from '#components/newsroom/layout/mark-drawing.tsx'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import { fileUrl } from '#lib/urls.ts'
import styles from './organisation.module.css'

/** The mark, else the logo, else an empty square, so that the names stay in line. */
export function BrandIcon({ mark, logoId }: { mark: BrandMark | null; logoId: string | null }) {
  return (
    <span className={styles.emblem}>
      {mark && <MarkDrawing mark={mark} />}
      {!mark && logoId && <img src={fileUrl({ id: logoId }, '96.webp')} alt="" />}
    </span>
  )
}
