import { Icon } from '#components/ui/icon.tsx'
import { ListLink } from './list-link.tsx'

interface Props {
  /** The address of the list in the order that a press gives. */
  href: string
  /** How the list is sorted by this column now, if it is. */
  sorted: 'ascending' | 'descending' | undefined
  className?: string
  children: string
}

/** The head of a column that the list can be sorted by: a press sorts, the next turns the order round. */
export const SortHead = ({ href, sorted, className, children }: Props) => (
  <th scope="col" className={className} aria-sort={sorted}>
    <ListLink href={href}>
      {children} <Icon name="arrow-down" small />
    </ListLink>
  </th>
)
