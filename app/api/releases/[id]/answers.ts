import { may } from '#db/permissions.ts'
import { getRelease } from '#db/releases.ts'
import type { User } from '#db/schema/users.ts'
import { listSignOffs } from '#db/sign-off/list.ts'
import { listSuggestions } from '#db/sign-off/suggestions.ts'
import { absolute, env } from '#lib/env.ts'

/** What others say to the words of a text, as the editor shows it. The caller has checked who may see it. */
export async function answersTo(releaseId: string, user: User) {
  const [release, signOffs, suggestions] = await Promise.all([
    getRelease(releaseId),
    listSignOffs(releaseId, new Date()),
    listSuggestions(releaseId),
  ])
  return {
    signOffs,
    suggestions,
    /** Whether the member may send the text to somebody outside, and whether links can be mailed. */
    may: release !== undefined && may(user, 'share', release),
    canMail: env.mailServer !== undefined,
  }
}

/** The address of a secret that has just been made, if it was: a mailed one is made when it is sent. */
export const addressOf = (token: string | undefined): string | undefined => token && absolute(`/sign-off/${token}`)
