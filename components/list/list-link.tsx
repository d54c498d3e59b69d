'use client'
/** A link to another page, order or filter of the same list. What is selected stays selected. */
import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'

interface Props extends ComponentProps<'a'> {
  href: string
  /** Whether the page is shown from its top. */
  scroll?: boolean
}

export function ListLink({ href, scroll = false, ...rest }: Props) {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        router.push(href, { scroll })
      }}
    />
  )
}
