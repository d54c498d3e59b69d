import { type LibraryItem, sizeFor } from '#lib/library-item.ts'

/** An image of the library cropped round its focal point, in a list. The name stands beside it, so it says nothing itself. */
export function LibraryImage({
  item,
  className,
}: {
  item: Pick<LibraryItem, 'id' | 'renditions' | 'focalX' | 'focalY'>
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
