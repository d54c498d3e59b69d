import type { ComparedNode } from '#lib/document/compare/compare-nodes.ts'
import type { Image } from '#lib/document/rich-text.ts'
import { LibraryImage } from '../library/library-image.tsx'
import { type CompareContext, interfaceLang } from './context.ts'
import { MarkedText, Swapped } from './marked-words.tsx'

/** An image before and after: its thumbnail, and its texts where it was added, removed or replaced. */
export function ComparedImage({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const [before, after] = [useOf(compared.before), useOf(compared.after)]
  const isSwapped = before && after && before.mediaId !== after.mediaId
  const isSame = before && after && !isSwapped
  const named = (use: Image['attrs'] | undefined) =>
    use ? (context.images.get(use.mediaId)?.filename ?? context.t('gone')) : ''
  return (
    <div className="picture-change">
      {before && !isSame && (
        <Thumbnail use={before} label={context.t(after ? 'image-before' : 'image-gone')} context={context} />
      )}
      {after && (
        <Thumbnail
          use={after}
          label={isSame ? '' : context.t(before ? 'image-after' : 'image-new')}
          context={context}
        />
      )}
      <div>
        <p>{isSame ? named(after) : <Swapped before={named(before)} after={named(after)} context={context} />}</p>
        {!(before && after) && <Said use={before ?? after} isNew={!before} context={context} />}
        {isSame && compared.what === 'same' && after.caption && <p>{after.caption}</p>}
      </div>
    </div>
  )
}

/** The alternative text and caption of an image that was added or removed. */
function Said({ use, isNew, context }: { use: Image['attrs'] | undefined; isNew: boolean; context: CompareContext }) {
  const lines = [
    { label: context.t('fact-alt'), text: use?.altDecision === 'describe' ? use.alt : '' },
    { label: context.t('fact-caption'), text: use?.caption ?? '' },
  ]
  return lines
    .filter(({ text }) => text)
    .map(({ label, text }) => (
      <p key={label}>
        <b {...interfaceLang(context)}>{label}.</b>{' '}
        <MarkedText before={isNew ? '' : text} after={isNew ? text : ''} context={context} />
      </p>
    ))
}

/** The thumbnail is decorative, since the image's name stands beside it. */
function Thumbnail({ use, label, context }: { use: Image['attrs']; label: string; context: CompareContext }) {
  const item = context.images.get(use.mediaId)
  if (!item) return null
  return (
    <figure>
      <LibraryImage item={item} className="pic" />
      {label && <figcaption {...interfaceLang(context)}>{label}</figcaption>}
    </figure>
  )
}

const useOf = (node: ComparedNode['before']) => node?.attrs as Image['attrs'] | undefined
