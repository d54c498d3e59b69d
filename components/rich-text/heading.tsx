import { type Block, inlineText } from '#lib/document/rich-text.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { Icon } from '../newsroom/layout/icon.tsx'
import { Inlines } from './inline.tsx'
import type { Reading } from './reading.ts'

/**
 * A heading in the text. On a live release a link to it stands beside it, quietly; with script, following the link
 * copies its address.
 */
export function HeadingLine({
  heading: { attrs, content },
  id,
  reading: { language, copyQuote },
}: {
  heading: Extract<Block, { type: 'heading' }>
  id: string | undefined
  reading: Reading
}) {
  const Heading = `h${attrs.level}` as const
  const line = (
    <Heading id={id}>
      <Inlines content={content} />
    </Heading>
  )
  if (!id || !copyQuote) return line
  const words = plainText(inlineText(content))
  return (
    <div className="headed">
      {line}
      <a
        className="no-print"
        href={`#${encodeURIComponent(id)}`}
        data-copies-link
        aria-label={translator(language, 'newsroom')('copy-heading-link', { heading: words })}
      >
        <Icon name="link" />
      </a>
    </div>
  )
}
