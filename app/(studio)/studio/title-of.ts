import type { ListedRelease } from '#db/releases/list.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** Returns the title of a release, else how its text begins, else that it is empty. */
export function titleOf(release: Pick<ListedRelease, 'title' | 'opening'>, language: Language): string {
  const title = release.title.replaceAll('\u00ad', '').trim()
  if (title) return title
  const t = translator(language, 'releases')
  return release.opening ? t('untitled-opening', { opening: release.opening }) : t('untitled')
}
