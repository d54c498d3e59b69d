import type { ReactNode } from 'react'
import { getCrisisOn } from '#db/crisis/prepared.ts'
import { may } from '#db/permissions.ts'
import { nextGoingOut } from '#db/releases/going-out.ts'
import { getBrandMark } from '#db/settings.ts'
import { countNews } from '#db/users/news.ts'
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
  const [next, crisis, mark, news] = await Promise.all([
    nextGoingOut(now),
    getCrisisOn(),
    getBrandMark(),
    countNews(user.id),
  ])
  // What is due and not carried out yet is a matter of a moment.
  const wait = next ? Math.max(Number(next) - Number(now), 300) : null
  return (
    <Shell
      newsroom={{
        name: settings.name,
        mark,
        path: pathTo(settings.languages[0] ?? rootLanguage),
      }}
      name={user.name}
      places={navigationFor(user, { desk: news.comments + news.notifications, questions: news.questions })}
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
