import type { BrandMark } from '#db/types.ts'
import { fileUrl } from '#lib/urls.ts'
import styles from './organisation.module.css'

/** The logo, else the drawn mark, else an empty square, so that the names stay in line. */
export function BrandIcon({ mark, logoId }: { mark: BrandMark | null; logoId: string | null }) {
  if (logoId)
    return <img className={styles.emblem} src={fileUrl({ id: logoId }, 'face.webp')} alt="" width={40} height={40} />
  return (
    <svg className={styles.emblem} viewBox="-4 -4 40 40" width={40} height={40} aria-hidden="true">
      {mark && <BrandMarkPath mark={mark} />}
    </svg>
  )
}

export function BrandMarkPath({ mark }: { mark: BrandMark }) {
  return mark.strokeWidth === null ? (
    <path d={mark.path} fill="currentColor" />
  ) : (
    <path d={mark.path} fill="none" stroke="currentColor" strokeWidth={mark.strokeWidth} />
  )
}
