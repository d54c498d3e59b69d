import { standingTerms } from '#db/embargo/links.ts'
import { listEmbargoHolders, versionSince } from '#db/embargo/list.ts'
import { getRelease } from '#db/releases.ts'
import { absolute, env } from '#lib/env.ts'
import { rootLanguage } from '#lib/locale.ts'

/** Who has a text under embargo, as the editor shows it. The caller has checked who may see it. */
export async function embargoOf(releaseId: string) {
  const release = await getRelease(releaseId)
  return {
    holders: await listEmbargoHolders(releaseId),
    versionSince: await versionSince(releaseId),
    terms: await standingTerms(release?.language ?? rootLanguage),
    /** Whether links can be mailed. */
    canMail: env.mailServer !== undefined,
  }
}

/** The address of a secret that has just been made, if it was: a mailed one is made when it is sent. */
export const embargoAddress = (token: string | undefined): string | undefined => token && absolute(`/embargo/${token}`)
