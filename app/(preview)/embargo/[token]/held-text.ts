/** Reads the text that a link shares before its time, and says whose copy it is. */

import type { OpenEmbargo } from '#db/embargo/links.ts'
import { getEmbargoed, type LiveRelease } from '#db/live/release.ts'
import { translator } from '#lib/messages.ts'
import { type Clock, formatMomentInZone } from '#lib/time/format.ts'
import { type PageContext, pageContext } from '../../../(newsroom)/page-context.ts'

/** Returns what goes out, as readers will see it. The caller has made sure that the holder has opened it. */
export async function readHeldText(
  link: OpenEmbargo,
): Promise<{ context: PageContext; release: LiveRelease } | undefined> {
  const context = await pageContext(link.language)
  const release = context && (await getEmbargoed(link.releaseId, context.visit))
  return context && release && { context, release }
}

export const holderOf = ({ name, outlet }: Pick<OpenEmbargo, 'name' | 'outlet'>): string =>
  [name, outlet].filter(Boolean).join(', ')

/** Returns the sentence that is woven into a copy: whose it is, and until when it is under embargo. */
export const copyLineOf = (link: OpenEmbargo, clock: Clock): string =>
  translator(clock.language, 'embargo')('copy-of', {
    holder: holderOf(link),
    when: formatMomentInZone(link.until, clock),
  })
