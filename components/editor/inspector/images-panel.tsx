'use client'
/** The images of a release at a glance, and how each is read aloud. */
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Image } from '#lib/document/rich-text.ts'
import { countGraphemes } from '#lib/graphemes.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { usePicture } from '../pickers/use-picture.ts'
import { revealImage } from './go-to.ts'

type Use = Image['attrs']

interface Props {
  hero: Use | null
  images: Use[]
  onHero: (hero: Use | null) => void
}

export function ImagesPanel({ hero, images, onHero }: Props) {
  const t = useText('editor')
  const { choosePicture } = usePickers()
  const choose = async () => {
    const picture = await choosePicture()
    if (picture) onHero({ mediaId: picture.id, altDecision: null, alt: picture.alt, caption: picture.caption })
  }
  return (
    <>
      <section className="panel-sec" aria-labelledby="h-hero">
        <h2 id="h-hero">{t('hero')}</h2>
        {hero ? (
          <ul className="people-list">
            <ImageRow use={hero} number={0} />
          </ul>
        ) : (
          <p className="muted">{t('hero-none')}</p>
        )}
        <div className="btns">
          <Button small icon={hero ? 'media' : 'plus'} onClick={() => void choose()}>
            {t(hero ? 'hero-replace' : 'hero-add')}
          </Button>
          {hero && (
            <Button small look="quiet" onClick={() => onHero(null)}>
              {t('hero-remove')}
            </Button>
          )}
        </div>
      </section>
      <section className="panel-sec" aria-labelledby="h-images">
        <h2 id="h-images">{t('images-in-text')}</h2>
        {images.length ? (
          <ul className="people-list">
            {images.map((use, index) => {
              const number = index + 1
              return <ImageRow key={number} use={use} number={number} />
            })}
          </ul>
        ) : (
          <p className="muted">{t('images-none')}</p>
        )}
      </section>
    </>
  )
}

function ImageRow({ use, number }: { use: Use; number: number }) {
  const t = useText('editor')
  const shown = usePicture(use.mediaId)
  const name = number ? t('image-number', { number }) : t('hero')
  const isOpen = !use.altDecision || (use.altDecision === 'describe' && !use.alt.trim())
  const state = isOpen
    ? t('alt-open')
    : use.altDecision === 'decorative'
      ? t('alt-is-decorative')
      : t('alt-described', { count: countGraphemes(use.alt) })
  return (
    <li>
      <span className="thumb">{shown && <img src={shown.src} alt="" width="40" height="40" />}</span>
      <span>
        <b>{[name, shown?.filename].filter(Boolean).join(', ')}</b>
        <span className={isOpen ? 'm bad' : 'm'}>{state}</span>
      </span>
      <button type="button" className="text-button" onClick={() => revealImage(number)}>
        {t('go-there')}
        <span className="vh">: {name}</span>
      </button>
    </li>
  )
}
