import { Icon } from '#components/ui/icon.tsx'
import type { CrisisOn } from '#db/crisis/prepared.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenText } from '#lib/time/phrases.ts'

/** The red bar above every page of the studio while crisis mode is on, with the way to an update. */
export function CrisisBar({ crisis, mayWrite, clock }: { crisis: CrisisOn; mayWrite: boolean; clock: StudioClock }) {
  const t = translator(clock.language, 'crisis')
  const when = (at: Date) => whenText(at, clock, clock.now)
  return (
    <aside className="crisis-bar" aria-label={t('is-on')}>
      <p>
        <Icon name="warn" />
        <span>
          {t.rich('bar', { since: when(crisis.startedAt), b: (words) => <b>{words}</b> })}{' '}
          {crisis.updatedAt ? t('bar-updated', { when: when(crisis.updatedAt) }) : t('bar-none')}
        </span>
      </p>
      <p>
        <a href={`/studio/crisis/${crisis.storyId}`}>{t(mayWrite ? 'bar-write' : 'bar-see')}</a>
      </p>
    </aside>
  )
}
