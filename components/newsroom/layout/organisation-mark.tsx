import type { LiveOrganisation } from '#db/live/newsroom.ts'
import { fileUrl } from '#lib/urls.ts'
import { MarkDrawing } from './mark-drawing.tsx'

/** The organisation's own mark, or its logo. It is decorative, since the name stands beside it. */
export function BrandMark({ organisation: { mark, logo } }: { organisation: LiveOrganisation }) {
  if (mark) return <MarkDrawing mark={mark} />
  const smallest = logo?.renditions.find(({ width }) => width >= 240) ?? logo?.renditions.at(-1)
  if (!logo || !smallest) return null
  const { width, height } = smallest
  return <img className="own-colours" src={fileUrl(logo, `${width}.webp`)} width={width} height={height} alt="" />
}
