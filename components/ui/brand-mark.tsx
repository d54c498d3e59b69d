import { MarkDrawing } from '#components/newsroom/layout/mark-drawing.tsx'
import type { BrandMark } from '#lib/drawing/brand-mark.ts'
import { initialsOf } from '#lib/graphemes.ts'

/** The newsroom's own mark; one in ink is in the accent. */
export const NewsroomMark = ({ mark }: { mark: BrandMark | null }) =>
  mark && <MarkDrawing mark={mark} className="mark" />

/** The first letters of a name, where there is no portrait. */
export function Initials({ name }: { name: string }) {
  return (
    <span className="initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
