import type { BrandMark } from '#db/types.ts'
import { initialsOf } from '#lib/graphemes.ts'

/** The newsroom's own mark, in the accent. */
export function NewsroomMark({ mark }: { mark: BrandMark | null }) {
  if (!mark) return null
  const style = mark.strokeWidth === null ? { fill: 'var(--link)', stroke: 'none' } : { strokeWidth: mark.strokeWidth }
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" style={style}>
      <path d={mark.path} />
    </svg>
  )
}

/** The first letters of a name, where there is no portrait. */
export function Initials({ name }: { name: string }) {
  return (
    <span className="initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
