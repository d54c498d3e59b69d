import { Fragment, type ReactNode } from 'react'
import { factBoxId, headingIds, tableId } from '#lib/document/heading-ids.ts'
import { type Block, type Document, inlineText } from '#lib/document/rich-text.ts'
import { translator } from '#lib/messages.ts'
import { DownloadLink } from './download.tsx'
import { EmbedLink } from './embed.tsx'
import { Facts } from './fact-box.tsx'
import { ImageFigure } from './figure.tsx'
import { GalleryGrid } from './gallery.tsx'
import { HeadingLine } from './heading.tsx'
import { Inlines } from './inline.tsx'
import { keyed } from './keyed.ts'
import { Points } from './list.tsx'
import { QuoteFigure } from './quote.tsx'
import type { Reading } from './reading.ts'
import { blocksWithSoftHyphens } from './soft-hyphens.ts'
import { TableRegion } from './table.tsx'

/** The text of a release, block by block. `beside` renders the comments on a block, right after it. */
export function DocumentBlocks({
  document,
  reading,
  beside,
}: {
  document: Document
  reading: Reading
  beside?: (index: number) => ReactNode
}) {
  const blocks = blocksWithSoftHyphens(document.content, reading.language)
  const ids = headingIds(blocks, reading.language)
  return keyed(blocks).map(({ key, block }) => (
    <Fragment key={key}>
      <DocumentBlock
        block={block}
        reading={reading}
        place={Number(key)}
        afterTable={blocks[Number(key) - 1]?.type === 'table'}
        first={isFirstQuote(blocks, Number(key))}
        headingId={ids.get(Number(key))}
      />
      {beside?.(Number(key))}
    </Fragment>
  ))
}

/** Whether the speaker of this quote has not been quoted before. */
function isFirstQuote(blocks: Block[], place: number): boolean {
  const speakerOf = (block: Block | undefined) => (block?.type === 'quote' ? block.attrs.personId : null)
  const speaker = speakerOf(blocks[place])
  return speaker !== null && blocks.findIndex((block) => speakerOf(block) === speaker) === place
}

function DocumentBlock({
  block,
  reading,
  place,
  afterTable,
  first,
  headingId,
}: {
  block: Block
  reading: Reading
  place: number
  afterTable: boolean
  first: boolean
  headingId: string | undefined
}) {
  const { language, images, documents, speakers } = reading
  switch (block.type) {
    case 'paragraph': {
      if (!block.content?.length) return null
      const isSource = afterTable && isSourceLine(inlineText(block.content), reading)
      return (
        <p className={isSource ? 'source' : undefined}>
          <Inlines content={block.content} />
        </p>
      )
    }
    case 'heading':
      return <HeadingLine heading={block} id={headingId} reading={reading} />
    case 'bulletList':
    case 'orderedList':
      return <Points list={block} />
    case 'quote': {
      const speaker = block.attrs.personId ? speakers.get(block.attrs.personId) : undefined
      return <QuoteFigure quote={block} speaker={speaker} first={first} reading={reading} />
    }
    case 'image': {
      const image = images.get(block.attrs.mediaId)
      return image ? <ImageFigure use={block.attrs} image={image} language={language} /> : null
    }
    case 'gallery':
      return <GalleryGrid gallery={block} images={images} language={language} />
    case 'factBox':
      return <Facts box={block} id={factBoxId(place)} />
    case 'table':
      return <TableRegion table={block} id={tableId(place)} language={language} />
    case 'horizontalRule':
      return <hr />
    case 'embed':
      return <EmbedLink embed={block} language={language} />
    case 'download': {
      const document = documents.get(block.attrs.mediaId)
      return document ? <DownloadLink use={block.attrs} document={document} language={language} /> : null
    }
  }
}

/** Whether a paragraph right under a table names its source, “Källa: …”, and so belongs to the table. */
const isSourceLine = (text: string, { language }: Reading) =>
  translator(
    language,
    'newsroom',
  )('source-words')
    .split(' ')
    .some((word) => text.startsWith(`${word}:`))
