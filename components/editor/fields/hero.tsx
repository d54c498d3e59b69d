'use client'
import { useText } from '#components/ui/messages.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import { PictureUse } from '../blocks/picture-use.tsx'

/** The hero image, where readers see it. */
export function Hero({
  hero,
  onChange,
}: {
  hero: NonNullable<Draft['hero']>
  onChange: (hero: Draft['hero']) => void
}) {
  const t = useText('editor')
  return (
    <section id="hero" className="hero-block" aria-label={t('hero')}>
      <PictureUse use={hero} onChange={(change) => onChange({ ...hero, ...change })} />
    </section>
  )
}
