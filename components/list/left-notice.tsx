'use client'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { LeftThing } from './types.ts'

/** So many are named; the others are counted. */
const most = 8

/** Says what a change of several things left as it was, why, and where to go. */
export function LeftNotice({ left, onClose }: { left: LeftThing[]; onClose: () => void }) {
  const t = useText('lists')
  if (left.length === 0) return null
  return (
    <div className="notice warn left-out">
      <Icon name="warn" small />
      <div>
        <p>
          <b>{t('left', { count: left.length })}</b>
        </p>
        <ul>
          {left.slice(0, most).map(({ id, name, href, reason }) => (
            <li key={id}>
              <a href={href}>{name}</a>: {reason}
            </li>
          ))}
        </ul>
        {left.length > most && <p>{t('left-more', { count: left.length - most })}</p>}
        <button className="text-button" type="button" onClick={onClose}>
          {t('understood')}
        </button>
      </div>
    </div>
  )
}
