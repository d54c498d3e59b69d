'use client'
/** What stands in the way of publishing, each with a way to its place. */
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Blocker } from '#lib/publish-blockers.ts'

export function Checks({ blockers }: { blockers: Blocker[] }) {
  const t = useText('editor')
  return (
    <section className="panel-sec" aria-labelledby="h-checks">
      <h2 id="h-checks">{t('before-it-goes')}</h2>
      {blockers.length === 0 ? (
        <ul className="checks">
          <li className="is-ok">
            <Icon name="check" small />
            <span>{t('no-blockers')}</span>
          </li>
        </ul>
      ) : (
        <>
          <p className="check-head stop">{t('blockers', { count: blockers.length })}</p>
          <ul className="checks">
            {blockers.map((blocker) => (
              <li className="is-stop" key={`${blocker.code}-${blocker.image}`}>
                <Icon name="stop" small />
                <span>{t(`blocker-${blocker.code}`, { image: imageName(t, blocker.image) })}</span>
                <button type="button" className="text-button" onClick={() => goTo(blocker)}>
                  {t('go-there')}
                  <span className="vh">
                    : {blocker.code === 'no-title' ? t('headline') : imageName(t, blocker.image)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type Text = ReturnType<typeof useText<'editor'>>

const imageName = (t: Text, image: number | undefined) => (image ? t('image-number', { number: image }) : t('hero'))

/** Moves to the place and into its first field. */
function goTo({ code, image }: Blocker) {
  if (code === 'no-title') return reveal(document.getElementById('headline'))
  revealImage(image ?? 0)
}

/** The hero is number 0 and the pictures in the text follow. */
export function revealImage(number: number) {
  const place =
    number === 0 ? document.getElementById('hero') : document.querySelectorAll('[data-image-use]')[number - 1]
  reveal(place?.querySelector<HTMLElement>('.alt input') ?? null)
}

function reveal(field: HTMLElement | null) {
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}
