import { type LibraryFile, type LibraryItem, sizeFor } from '#lib/media/library-item.ts'
import { Icon } from '../ui/icon.tsx'

/**
 * An image of the library in a list, cropped round its focal point. It is decorative, since its name stands beside it.
 */
export function LibraryImage({
  item,
  className,
}: {
  item: Pick<LibraryItem, 'id' | 'fileVersion' | 'renditions' | 'focalX' | 'focalY'>
  className?: string
}) {
  return (
    <img
      className={className}
      src={sizeFor(item, 320)}
      srcSet={`${sizeFor(item, 320)} 1x, ${sizeFor(item, 640)} 2x`}
      alt=""
      width={400}
      height={300}
      loading="lazy"
      style={{ objectPosition: `${item.focalX}% ${item.focalY}%` }}
    />
  )
}

/** A file of the library in a list: the image, or an icon for a document. */
export const LibraryTile = ({ file, className }: { file: LibraryFile; className?: string }) =>
  file.kind === 'image' ? (
    <LibraryImage item={file} className={className} />
  ) : (
    <span className="doc-tile">
      <Icon name="texts" />
    </span>
  )
