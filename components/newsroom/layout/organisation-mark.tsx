import type { LiveOrganisation } from '#db/live/newsroom.ts'
import { fileUrl } from '#lib/urls.ts'

/** The organisation's own mark, or its logo. It is decorative, since the name stands beside it. */
export function BrandMark({ organisation: { mark, logo } }: { organisation: LiveOrganisation }) {
  if (mark) {
    const stroked = mark.strokeWidth !== null
    return (
      <svg
        viewBox="0 0 32 32"
        aria-hidden="true"
        fill={stroked ? 'none' : 'currentColor'}
        stroke={stroked ? 'currentColor' : undefined}
        strokeWidth={mark.strokeWidth ?? undefined}
      >
        <path d={mark.path} />
      </svg>
    )
  }
  const smallest = logo?.renditions.find(({ width }) => width >= 240) ?? logo?.renditions.at(-1)
  if (!logo || !smallest) return null
  return <img src={fileUrl(logo, `${smallest.width}.webp`)} width={smallest.width} height={smallest.height} alt="" />
}
