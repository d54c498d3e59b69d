import type { ReactNode } from 'react'
import { getCrisisOn } from '#db/crisis/prepared.ts'
import { may } from '#db/permissions.ts'
import { countOpenQuestions } from '#db/questions/queue.ts'
import { countNewComments } from '#db/releases/comments/notices.ts'
import { nextGoingOut } from '#db/releases/going-out.ts'
import { getBrandMark } from '#db/settings.ts'
import { countNotifications } from '#db/users/desk-notifications.ts'
import { rootLanguage } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'
import { currentUser } from '../../auth.ts'
import { currentSettings } from '../current-settings.ts'
import { saveLanguage } from './actions.ts'
import { CrisisBar } from './shell/crisis-bar.tsx'
import { FollowClock } from './shell/follow-clock.tsx'
import { navigationFor } from './shell/navigation.ts'
import { Shell } from './shell/shell.tsx'

/** The frame around every page of the studio. It checks nothing: each page checks itself who may see it. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  const settings = await currentSettings()
  if (!user || !settings) return children
  const now = new Date()
  const [next, crisis] = await Promise.all([nextGoingOut(now), getCrisisOn()])
  // What is due and not carried out yet is a matter of a moment.
  const wait = next ? Math.max(Number(next) - Number(now), 300) : null
  return (
    <Shell
      newsroom={{
        name: settings.name,
        mark: await getBrandMark(),
        path: pathTo(settings.languages[0] ?? rootLanguage),
      }}
      name={user.name}
      places={navigationFor(user, {
        desk: (await countNewComments(user.id)) + (await countNotifications(user.id)),
        questions: await countOpenQuestions(),
      })}
      saveLanguage={saveLanguage}
      crisis={
        crisis && (
          <CrisisBar
            crisis={crisis}
            mayWrite={may(user, 'run-crisis')}
            clock={{ language: user.language, timeZone: settings.timeZone, now }}
          />
        )
      }
    >
      <FollowClock wait={wait} servedAt={Number(now)} />
      {children}
    </Shell>
  )
}
