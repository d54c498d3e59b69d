/** A portrait, or an empty shape for somebody without one. */
export function Face({ src, large = false }: { src: string | null; large?: boolean }) {
  const className = large ? 'avatar large' : 'avatar'
  return src ? (
    <img className={className} src={src} alt="" width="40" height="40" />
  ) : (
    <span className={className} aria-hidden="true" />
  )
}
