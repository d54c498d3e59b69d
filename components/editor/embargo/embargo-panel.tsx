'use client'
/** Who has the text before its time, what each has done with it, and what can be done about it. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { MadeLink } from '#components/ui/form/made-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { momentText, whenText } from '#lib/time/phrases.ts'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import { AddHolder } from './add-holder.tsx'
import { type Embargo, type Holder, isHolding } from './use-embargo.ts'
import './embargo.css'

interface Made {
  address: string | undefined
  name: string
}

export function EmbargoPanel({ releaseId, embargo }: { releaseId: string; embargo: Embargo }) {
  const t = useText('embargo-links')
  const [isAdding, setAdding] = useState(false)
  const [address, setAddress] = useState<string>()
  const part = useUnfolding<HTMLElement>(isAdding)
  const { holders, held, versionSince } = embargo
  const readFormer = held.filter(({ openedAt }) => openedAt && versionSince && openedAt < versionSince).length
  const made = (told: Made) => {
    setAdding(false)
    setAddress(told.address)
    announce(told.address ? t('made') : t('mailed', { name: told.name }))
  }
  return (
    <section className="panel-sec" aria-labelledby="h-embargo" ref={part}>
      <h2 id="h-embargo">{t('heading')}</h2>
      {holders.length === 0 ? (
        <p className="muted">{t('about')}</p>
      ) : (
        <p>{t('counts', { count: held.length, opened: held.filter(({ opened }) => opened > 0).length })}</p>
      )}
      {readFormer > 0 && <p className="notice warn">{t('read-former', { count: readFormer })}</p>}
      {holders.length > 0 && (
        <ul className="holders">
          {holders.map((one) => (
            <Row key={one.id} one={one} embargo={embargo} onMade={made} />
          ))}
        </ul>
      )}
      {address && (
        <div className="notice good made-link">
          <div>
            <p>
              <b>{t('made')}</b>
            </p>
            <MadeLink key={address} label={t('address')} address={address} />
          </div>
        </div>
      )}
      {isAdding ? (
        <AddHolder embargo={embargo} onMade={made} onClose={() => setAdding(false)} />
      ) : (
        <div className="btns">
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
          {holders.length > 0 && (
            <a href={`/api/releases/${releaseId}/embargo-links/log`} download>
              {t('log')}
            </a>
          )}
        </div>
      )}
    </section>
  )
}

interface RowProps {
  one: Holder
  embargo: Embargo
  onMade: (made: Made) => void
}

function Row({ one, embargo, onMade }: RowProps) {
  const t = useText('embargo-links')
  const clock = useLocale()
  const [trouble, setTrouble] = useState<string>()
  const { name, outlet, email, opened, openedAt, downloads } = one
  const isOpen = isHolding(one)
  const canMail = email !== '' && embargo.canMail
  const renew = async (way: 'mail' | 'link') => {
    const told = await embargo.renew(one.id, { days: null, way })
    if ('trouble' in told) return setTrouble(told.trouble)
    setTrouble(undefined)
    onMade({ address: told.address, name })
  }
  const revoke = async () => {
    const told = await embargo.revoke(one.id)
    if ('trouble' in told) return setTrouble(told.trouble)
    announce(t('revoked-now'))
  }
  const acts = {
    'renew-link': () => renew('link'),
    ...(canMail && { 'renew-mail': () => renew('mail') }),
    ...(isOpen && { revoke }),
  }
  const keys = Object.keys(acts) as ('renew-link' | 'renew-mail' | 'revoke')[]
  const said = () => {
    if (!openedAt) return t('not-accepted', { when: whenText(new Date(one.createdAt), clock) })
    const when = whenText(new Date(openedAt), clock)
    return `${t('opened-at', { when, count: opened })} · ${t('fetched', { count: downloads })}`
  }
  const over = () => {
    const moment = (at: string) => ({ when: momentText(new Date(at), clock) })
    if (one.revokedAt) return t('revoked', moment(one.revokedAt))
    if (one.cancelledAt) return t('cancelled', moment(one.cancelledAt))
    return one.expiresAt ? t(isOpen ? 'until' : 'expired', moment(one.expiresAt)) : ''
  }
  return (
    <li className={isOpen ? undefined : 'over'}>
      <Icon name={isOpen && opened ? 'check' : isOpen ? 'clock' : 'close'} small />
      <span>
        <b>{name}</b>
        {outlet && `, ${outlet}`}
        <span className="m">{said()}</span>
        {over() && <span className="m">{over()}</span>}
        {one.mailFailed !== null && isOpen && <span className="m bad">{`${t('failed')}: ${one.mailFailed}`}</span>}
        {trouble && (
          <span className="m bad" role="alert">
            {trouble}
          </span>
        )}
      </span>
      <DropMenu
        className="button quiet icon-only small"
        label={t('more', { name })}
        groups={[{ choices: keys.map((key) => ({ key, name: t(key) })) }]}
        placement="bottom end"
        onChoose={(key) => void acts[key as keyof typeof acts]?.()}
      >
        <Icon name="more" small />
      </DropMenu>
    </li>
  )
}
