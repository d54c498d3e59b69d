'use client'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useForm } from '#components/ui/form/form-context.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { faceShare } from '#lib/images/image-type.ts'
import { inLanguage } from '#lib/locale.ts'
import { type LibraryItem, sizeFor } from '#lib/media/library-item.ts'
import { FocalNumber } from './focal-number.tsx'
import styles from './media-form.module.css'

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** The shapes to which readers' pages crop images. */
const crops = [
  { shape: 'w', width: 107 },
  { shape: 'c', width: 90 },
  { shape: 'p', width: 48 },
] as const
const size = 60
const isDot = (target: EventTarget) => target instanceof HTMLButtonElement
const within = (percent: number) => Math.round(Math.min(Math.max(percent, 0), 100))

/** The style that shows the part of the image used as a face: a square round the point, inside the image. */
function faceStyle({ width, height }: LibraryItem, { x, y }: { x: number; y: number }) {
  const scale = size / (Math.min(width, height) * faceShare)
  const edge = (length: number, percent: number) =>
    Math.min(Math.max((length * scale * percent) / 100 - size / 2, 0), length * scale - size)
  return {
    inlineSize: width * scale,
    blockSize: height * scale,
    marginInlineStart: -edge(width, x),
    marginBlockStart: -edge(height, y),
  }
}

/**
 * Sets the focal point, which stays in view however the image is cropped: dragged, moved by arrow keys (by ten with
 * Shift), or typed.
 */
export function FocalPoint({ image }: { image: LibraryItem }) {
  const t = useText('media')
  const { language } = useLocale()
  const { touch } = useForm()
  const [point, setPoint] = useState({ x: image.focalX, y: image.focalY })
  const move = (x: number, y: number) => {
    setPoint({ x: within(x), y: within(y) })
    touch()
  }
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const stage = event.currentTarget
    const isHeld = stage.hasPointerCapture(event.pointerId)
    // A finger on the image may be scrolling the page: it drags only by the dot, and places the point by a tap.
    const isTap = event.type === 'pointerup' && !isHeld
    const isGrip = event.type === 'pointerdown' && (event.pointerType === 'mouse' || isDot(event.target))
    if (isGrip) stage.setPointerCapture(event.pointerId)
    if (isTap || (isGrip && !isDot(event.target)) || (isHeld && event.type === 'pointermove')) {
      const box = stage.getBoundingClientRect()
      move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100)
    }
  }
  const step = (event: KeyboardEvent) => {
    const [x, y] = steps[event.key] ?? []
    if (x === undefined || y === undefined) return
    event.preventDefault()
    const length = event.shiftKey ? 10 : 1
    move(point.x + x * length, point.y + y * length)
  }
  const crop = { objectPosition: `${point.x}% ${point.y}%` }
  return (
    <div className="field">
      <span className="label">{t('focal-point')}</span>
      <div className={styles.focal}>
        <div className={`focal ${styles.stage}`} onPointerDown={follow} onPointerMove={follow} onPointerUp={follow}>
          <img
            src={sizeFor(image, 960)}
            alt={inLanguage(image.alt, language)}
            width={image.width}
            height={image.height}
            draggable={false}
          />
          <button
            className="dot"
            type="button"
            style={{ insetBlockStart: `${point.y}%`, insetInlineStart: `${point.x}%` }}
            aria-label={t('focal-dot', { x: point.x, y: point.y })}
            onKeyDown={step}
          />
        </div>
      </div>
      <div className={`two n ${styles.numbers}`}>
        <FocalNumber name="focalX" label={t('across')} value={point.x} onChange={(x) => setPoint({ ...point, x })} />
        <FocalNumber name="focalY" label={t('down')} value={point.y} onChange={(y) => setPoint({ ...point, y })} />
        <p className="hint muted">{t('focal-hint')}</p>
      </div>
      <div className={`crops ${styles.crops}`}>
        {crops.map(({ shape, width }) => (
          <figure key={shape}>
            <img className={shape} src={sizeFor(image, 320)} alt="" width={width} height={size} style={crop} />
            <figcaption>{t(`crop-${shape}`)}</figcaption>
          </figure>
        ))}
        <figure>
          <span className={styles.face}>
            <img src={sizeFor(image, 320)} alt="" style={faceStyle(image, point)} />
          </span>
          <figcaption>{t('crop-q')}</figcaption>
        </figure>
      </div>
    </div>
  )
}
