import type { Image } from '#lib/document/rich-text.ts'
import { LibraryImage } from '../library/library-image.tsx'
import type { ComparedNode } from './compare-nodes.ts'
import { type Look, spoken } from './context.ts'
import { MarkedText, Swapped } from './marked-words.tsx'

/** An image before and after: its thumbnail, and its texts where it was added, removed or replaced. */
export function ComparedImage({ compared, look }: { compared: ComparedNode; look: Look }) {
  const [before, after] = [useOf(compared.before), useOf(compared.after)]
  const isSwapped = before && after && before.mediaId !== after.mediaId
  const isSame = before && after && !isSwapped
  const named = (use: Image['attrs'] | undefined) =>
    use ? (look.images.get(use.mediaId)?.filename ?? look.t('gone')) : ''
  return (
    <div className="picture-change">
      {before && !isSame && (
        <Thumbnail use={before} label={look.t(after ? 'image-before' : 'image-gone')} look={look} />
      )}
      {after && (
        <Thumbnail use={after} label={isSame ? '' : look.t(before ? 'image-after' : 'image-new')} look={look} />
      )}
      <div>
        <p>{isSame ? named(after) : <Swapped before={named(before)} after={named(after)} look={look} />}</p>
        {!(before && after) && <Said use={before ?? after} isNew={!before} look={look} />}
        {isSame && compared.what === 'same' && after.caption && <p>{after.caption}</p>}
      </div>
    </div>
  )
}

/** The alternative text and caption of an image that was added or removed. */
function Said({ use, isNew, look }: { use: Image['attrs'] | undefined; isNew: boolean; look: Look }) {
  const lines = [
    { label: look.t('fact-alt'), text: use?.altDecision === 'describe' ? use.alt : '' },
    { label: look.t('fact-caption'), text: use?.caption ?? '' },
  ]
  return lines
    .filter(({ text }) => text)
    .map(({ label, text }) => (
      <p key={label}>
        <b {...spoken(look)}>{label}.</b>{' '}
        <MarkedText before={isNew ? '' : text} after={isNew ? text : ''} look={look} />
      </p>
    ))
}

/** The thumbnail is decorative, since the image's name stands beside it. */
function Thumbnail({ use, label, look }: { use: Image['attrs']; label: string; look: Look }) {
  const item = look.images.get(use.mediaId)
  if (!item) return null
  return (
    <figure>
      <LibraryImage item={item} className="pic" />
      {label && <figcaption {...spoken(look)}>{label}</figcaption>}
    </figure>
  )
}

const useOf = (node: ComparedNode['before']) => node?.attrs as Image['attrs'] | undefined
