'use client'
/** A text area that is as high as its content. */
import { type ComponentProps, type Ref, useLayoutEffect, useRef } from 'react'

interface Props extends ComponentProps<'textarea'> {
  ref?: Ref<HTMLTextAreaElement>
  value: string
}

export function GrowingText({ ref, ...props }: Props) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    // Browsers that grow fields by themselves need no measuring.
    if (!own.current || CSS.supports('field-sizing', 'content')) return
    own.current.style.blockSize = 'auto'
    own.current.style.blockSize = `${own.current.scrollHeight}px`
  })
  return (
    <textarea
      rows={1}
      {...props}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
    />
  )
}
