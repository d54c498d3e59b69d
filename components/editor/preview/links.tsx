'use client'
/** The preview links of a text: made, copied once, listed and revoked. */
import { useEffect, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { MadeLink } from '#components/ui/form/made-link.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { momentText } from '#lib/time/phrases.ts'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import { useRequest } from '../saving/use-request.ts'
import { LinkForm } from './link-form.tsx'

interface LinkFacts {
  id: string
  name: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  madeBy: string
}
export type PreviewLinkOutcome = { links: LinkFacts[]; may: boolean; address?: string }

export function Links({ releaseId }: { releaseId: string }) {
  const t = useText('preview')
  const ask = useRequest()
  const at = `/api/releases/${releaseId}/preview-links`
  const [known, setKnown] = useState<PreviewLinkOutcome>()
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    void ask<PreviewLinkOutcome>(at, 'GET').then((answer) =>
      'body' in answer ? setKnown(answer.body) : setTrouble(answer.trouble),
    )
  }, [ask, at])
  const make = async (name: string, days: number) => {
    const answer = await ask<PreviewLinkOutcome>(at, 'POST', { name, days })
    if ('trouble' in answer) return answer.trouble
    setKnown(answer.body)
    announce(t('link-made'))
  }
  const revoke = async (id: string) => {
    const answer = await ask<PreviewLinkOutcome>(`${at}/${id}`, 'DELETE')
    if ('trouble' in answer) return setTrouble(answer.trouble)
    setKnown(answer.body)
    announce(t('link-revoked'))
  }
  return (
    <div className="links">
      <p>{t('links-about')}</p>
      {trouble && <p className="bad">{trouble}</p>}
      {known && !known.may && <p className="muted">{t('links-not-yours')}</p>}
      {known?.may && <LinkForm onMake={make} />}
      {known?.address && (
        <div className="notice good made-link">
          <div>
            <p>
              <b>{t('link-made')}</b>
            </p>
            <MadeLink key={known.address} label={t('link-address')} address={known.address} />
          </div>
        </div>
      )}
      {known && <LinkList links={known.links} may={known.may} onRevoke={revoke} />}
    </div>
  )
}

function LinkList(props: { links: LinkFacts[]; may: boolean; onRevoke: (id: string) => Promise<void> }) {
  const { links, may, onRevoke } = props
  const t = useText('preview')
  if (links.length === 0) return <p className="muted">{t('links-none')}</p>
  return (
    <section aria-label={t('links-list')}>
      <ul className="link-list">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} onRevoke={may ? () => onRevoke(link.id) : undefined} />
        ))}
      </ul>
    </section>
  )
}

function LinkRow({ link, onRevoke }: { link: LinkFacts; onRevoke: (() => Promise<void>) | undefined }) {
  const t = useText('preview')
  const clock = useLocale()
  const [isAsking, setAsking] = useState(false)
  const part = useUnfolding<HTMLLIElement>(isAsking, { into: '.btns > button:last-child', back: 'button' })
  const isOver = new Date(link.expiresAt).getTime() <= Date.now()
  const when = (at: string) => momentText(new Date(at), clock)
  const state = () => {
    if (link.revokedAt) return t('revoked', { when: when(link.revokedAt) })
    return t(isOver ? 'expired' : 'until', { when: when(link.expiresAt) })
  }
  const isOpen = !link.revokedAt && !isOver
  return (
    <li className={isOpen ? undefined : 'over'} ref={part}>
      <b>{link.name}</b>
      <span className="m">{state()}</span>
      <span className="m">{t('made-by', { name: link.madeBy })}</span>
      {isOpen && onRevoke && !isAsking && (
        <Button small onClick={() => setAsking(true)}>
          {t('revoke')}
          <span className="vh">{t('revoke-what', { name: link.name })}</span>
        </Button>
      )}
      {isAsking && onRevoke && (
        <div className="btns" role="alert">
          <p>{t('revoke-sure', { name: link.name })}</p>
          <Button small look="danger" onClick={() => void onRevoke().then(() => setAsking(false))}>
            {t('revoke')}
          </Button>
          <Button small onClick={() => setAsking(false)}>
            {t('keep')}
          </Button>
        </div>
      )}
    </li>
  )
}
