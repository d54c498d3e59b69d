import { filmAddress } from '#lib/document/links.ts'
import type { Embed } from '#lib/document/rich-text.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Icon } from '../newsroom/layout/icon.tsx'

const providers = {
  youtube: {
    name: 'YouTube',
    player: (id: string) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  },
  vimeo: {
    name: 'Vimeo',
    player: (id: string) => `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1`,
  },
}

/** A link to a film. With script, a click turns it into the player; before that nothing is fetched from its host. */
export function EmbedLink({ embed: { attrs }, language }: { embed: Embed; language: Language }) {
  const t = translator(language, 'newsroom')
  const { name, player } = providers[attrs.provider]
  return (
    <figure className="embed">
      <a href={filmAddress(attrs)} data-player={player(attrs.videoId)} data-title={attrs.title || t('film')}>
        <Icon name="play" />
        <span>
          {hyphenateText(attrs.title || t('film'), language)}{' '}
          <span className="facts">{t('film-at', { provider: name })}</span>
        </span>
      </a>
    </figure>
  )
}
