import { initialsOf } from '#lib/graphemes.ts'

interface Props {
  name: string
  src: string | null
  large?: boolean
}

/** A portrait, or the first letters of the name of somebody without one. The name stands beside it. */
export function Face({ name, src, large = false }: Props) {
  const className = large ? 'avatar large' : 'avatar'
  return src ? (
    <img className={className} src={src} alt="" width="40" height="40" />
  ) : (
    <span className={`${className} initials`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
