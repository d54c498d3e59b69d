import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { askPath } from '#lib/urls.ts'

/** The way to the form for questions from the press, where the newsroom takes any. `about` is the text it stands under. */
export function AskRow({ newsroom, about }: { newsroom: LiveNewsroom; about?: string | undefined }) {
  const { language } = newsroom
  const t = translator(language, 'ask')
  return (
    <p className="ask no-print">
      <b>{t(about ? 'row-about' : 'row')}</b> <a href={askPath(language, about)}>{t('heading')}</a>
    </p>
  )
}
