import { createElement, type ReactNode, useId } from 'react'
import { type BrandMark, type MarkPart, namedApart } from '#lib/drawing/brand-mark.ts'

/**
 * A mark, drawn in the page: one in ink is in the colour of the words around it, another in its own colours. It is
 * decorative, since the name stands beside it.
 */
export function MarkDrawing({ mark, className }: { mark: BrandMark; className?: string }) {
  const name = useId()
  const look = mark.isInk ? undefined : 'own-colours'
  return (
    <svg
      viewBox={mark.viewBox}
      aria-hidden="true"
      fill={mark.isInk ? 'currentColor' : undefined}
      className={[className, look].filter(Boolean).join(' ') || undefined}
    >
      {mark.parts.map((part, index) => drawn(part, name, index))}
    </svg>
  )
}

function drawn(part: MarkPart, name: string, key: number): ReactNode {
  const attributes = namedApart(part, name).map(([attribute, value]) => [asProperty(attribute), value])
  const inside = part.parts.map((inner, index) => drawn(inner, name, index))
  return createElement(part.name, { key, ...Object.fromEntries(attributes) }, ...inside)
}

/** React calls `stroke-width` strokeWidth, and the others likewise. */
const asProperty = (attribute: string) => attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
