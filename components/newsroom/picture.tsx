import type { LiveImage } from '#db/live/media.ts'
import { fileUrl } from '#lib/urls.ts'

/** The width of an image on the page, by which a browser chooses a size before the style sheet has come. */
const main = '(min-width: 81rem) 59.5rem, (min-width: 60rem) calc(100vw - 21.5rem), calc(100vw - 2.5rem)'
const sizes = {
  main,
  whole: main,
  half: '(min-width: 81rem) 29rem, (min-width: 60rem) calc(50vw - 11.5rem), (min-width: 36rem) calc(50vw - 2rem), calc(100vw - 2.5rem)',
  bank: '(min-width: 81rem) 18.8rem, (min-width: 60rem) calc(33vw - 8rem), (min-width: 36rem) calc(50vw - 2rem), calc(100vw - 2.5rem)',
  portrait: '13.5rem',
  card: '5.5rem',
  thumb: '8.5rem',
  opening: '(min-width: 42.5rem) 20rem, calc(100vw - 2.5rem)',
}

/**
 * The greatest height of an image shown whole (`app/(newsroom)/newsroom.css`), and the width of its place, in rem: an
 * upright image is narrower than its place.
 */
const [tallest, placeWidth] = [45, 59.5]

function sizesOf({ width, height }: LiveImage, size: keyof typeof sizes): string {
  const widest = Math.round((tallest * width) / height)
  if (size !== 'whole' || widest >= placeWidth) return sizes[size]
  return `(min-width: 60rem) ${widest}rem, min(${widest}rem, calc(100vw - 2.5rem))`
}

/** The widths that a place can need, from one pixel to a point to three. Others would only make the page heavier. */
const widths: Record<keyof typeof sizes, [from: number, to: number]> = {
  main: [320, 1_920],
  whole: [320, 1_920],
  half: [320, 1_280],
  portrait: [216, 640],
  card: [96, 320],
  thumb: [144, 480],
  bank: [216, 960],
  opening: [320, 1_280],
}

function srcSet(image: LiveImage, format: string, size: keyof typeof sizes): string {
  const [from, to] = widths[size]
  const fitting = image.renditions.filter(({ width }) => width >= from && width <= to)
  const offered = fitting.length ? fitting : image.renditions.slice(-1)
  return offered.map(({ width }) => `${fileUrl(image, `${width}.${format}`)} ${width}w`).join(', ')
}

/** Returns the rendition for a browser that knows neither AVIF nor `srcset`. */
function fallback(image: LiveImage): string {
  const size = image.renditions.find(({ width }) => width >= 960) ?? image.renditions.at(-1)
  return fileUrl(image, `${size?.width}.jpg`)
}

const nearestFive = (percent: number) => Math.round(percent / 5) * 5

/** Returns the classes that keep the image's focal point in view when it is cropped. */
function focusClass({ focalX, focalY }: Pick<LiveImage, 'focalX' | 'focalY'>): string | undefined {
  const [x, y] = [nearestFive(focalX), nearestFive(focalY)]
  const classes = [x !== 50 && `fx-${x}`, y !== 50 && `fy-${y}`].filter(Boolean)
  return classes.join(' ') || undefined
}

/** An image of the library in its formats and sizes. `eager` is for images that are seen first. */
export function Picture({
  image,
  alt,
  size,
  eager = false,
  className,
}: {
  image: LiveImage
  alt: string
  size: keyof typeof sizes
  eager?: boolean
  className?: string
}) {
  return (
    <picture className={className}>
      <source type="image/avif" srcSet={srcSet(image, 'avif', size)} sizes={sizesOf(image, size)} />
      <source type="image/webp" srcSet={srcSet(image, 'webp', size)} sizes={sizesOf(image, size)} />
      <img
        className={focusClass(image)}
        src={fallback(image)}
        srcSet={srcSet(image, 'jpg', size)}
        sizes={sizesOf(image, size)}
        width={image.width}
        height={image.height}
        alt={alt}
        {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      />
    </picture>
  )
}

const faceSet = (image: LiveImage, format: string) =>
  ['face48', 'face96', 'face'].map((name, index) => `${fileUrl(image, `${name}.${format}`)} ${index + 1}x`).join(', ')

/** The square crop of a portrait, beside somebody's words. */
export const Face = ({ image }: { image: LiveImage }) => (
  <picture>
    <source type="image/avif" srcSet={faceSet(image, 'avif')} />
    <source type="image/webp" srcSet={faceSet(image, 'webp')} />
    <img src={fileUrl(image, 'face96.jpg')} width="48" height="48" alt="" loading="lazy" />
  </picture>
)
