import { ListLink } from '#components/list/list-link.tsx'

interface Way {
  href: string
  label: string
}

interface Props {
  label: string
  /** The range of rows shown: “1–20 av 214”. */
  range: string
  previous: Way | undefined
  next: Way | undefined
}

/** The foot of a list that has more pages. */
export function Pager({ label, range, previous, next }: Props) {
  return (
    <nav className="pager" aria-label={label}>
      <span>{range}</span>
      <span className="ways">
        {previous && (
          <ListLink rel="prev" href={previous.href} scroll>
            {previous.label}
          </ListLink>
        )}
        {next && (
          <ListLink rel="next" href={next.href} scroll>
            {next.label}
          </ListLink>
        )}
      </span>
    </nav>
  )
}
