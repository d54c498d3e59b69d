import type { LiveImage } from '#db/live/media.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { env } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { saidOf } from '#lib/media/source-type.ts'
import { translator } from '#lib/messages.ts'
import { formatDay } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { Icon } from './layout/icon.tsx'

interface Source {
  /** The speaker, with position and organisation as they are named in that text; empty ones are left out. */
  speaker: string[]
  release: { title: string; slug: string; publishAt: Date }
  newsroom: LiveNewsroom
}

/**
 * Copies the quote of the figure it stands in, with who said it, where and when. It needs script, so a style sheet
 * hides it without.
 */
export function CopyQuote({ speaker, release, newsroom }: Source) {
  const t = translator(newsroom.language, 'newsroom')
  const source = [
    speaker.filter(Boolean).join(', '),
    `${release.title}, ${formatDay(release.publishAt, newsroom)}`,
    env.publicUrl + pathTo(newsroom.language, 'news', release.slug),
  ]
  return (
    <span className="copy-quote no-print">
      <button type="button" data-tool="copy-quote" data-source={source.join('\n')}>
        <Icon name="copy" />
        {t('copy-quote')}
      </button>
    </span>
  )
}

/** Copies who made an image, how and on what terms, as it is to stand beside it. */
export function CopyCredit({ image, language }: { image: LiveImage; language: Language }) {
  if (!image.credit) return null
  const terms = image.licence.startsWith('cc') ? licenceName(image.licence, language) : ''
  return (
    <span className="copy-quote no-print">
      <button
        type="button"
        data-tool="copy-credit"
        data-source={[saidOf(image, language), terms].filter(Boolean).join('. ').replaceAll('\u00a0', ' ')}
      >
        <Icon name="copy" />
        {translator(language, 'newsroom')('copy-credit')}
      </button>
    </span>
  )
}

/** Tells that something was copied, to those who see and to those who hear the page. A page has one. */
export const CopyStatus = ({ newsroom, source, link }: { newsroom: LiveNewsroom; source?: string; link?: string }) => (
  <p
    className="vh"
    role="status"
    data-copied={translator(newsroom.language, 'newsroom')('copied')}
    data-source={source}
    data-link={link}
  />
)
