'use client'
/** Whom the text has been sent to for a yes, what each has said, and what can be done about it. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { MadeLink } from '#components/ui/form/made-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { momentText, whenText } from '#lib/time/phrases.ts'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import { AnswerGlyph, isToDo } from './answer-glyph.tsx'
import { AskForm } from './ask-form.tsx'
import { standingOf } from './standing-of.ts'
import type { AskedPerson, SignOffs } from './use-sign-offs.ts'
import './sign-offs.css'

interface Props {
  signOffs: SignOffs
  quoted: Map<string, number>
}

export function SignOffPanel({ signOffs, quoted }: Props) {
  const t = useText('sign-offs')
  const [isAsking, setAsking] = useState(false)
  const [address, setAddress] = useState<string>()
  const part = useUnfolding<HTMLElement>(isAsking)
  const made = (told: { address: string | undefined; name: string }) => {
    setAsking(false)
    setAddress(told.address)
    announce(told.address ? t('made') : t('mailed', { name: told.name }))
  }
  return (
    <section className="panel-sec" aria-labelledby="h-sign-offs" ref={part}>
      <h2 id="h-sign-offs">{t('heading')}</h2>
      {signOffs.asked.length === 0 && <p className="muted">{t('about')}</p>}
      {signOffs.asked.length > 0 && (
        <ul className="sent">
          {signOffs.asked.map((one) => (
            <Row
              key={one.id}
              one={one}
              quotes={quoted.get(one.personId ?? '') ?? 0}
              signOffs={signOffs}
              onMade={made}
            />
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
      {isAsking && <AskForm signOffs={signOffs} quoted={quoted} onMade={made} onClose={() => setAsking(false)} />}
      {!isAsking && signOffs.may && (
        <div className="btns">
          <Button small icon="send" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        </div>
      )}
      {!signOffs.may && <p className="muted">{t('not-yours')}</p>}
    </section>
  )
}

interface RowProps {
  one: AskedPerson
  quotes: number
  signOffs: SignOffs
  onMade: (made: { address: string | undefined; name: string }) => void
}

const week = 7

function Row({ one, quotes, signOffs, onMade }: RowProps) {
  const t = useText('sign-offs')
  const clock = useLocale()
  const [trouble, setTrouble] = useState<string>()
  const { name, isOpen, hasEmail } = one
  const { state, at } = standingOf(one, signOffs)
  const canMail = hasEmail && signOffs.canMail
  const tell = (told: { trouble: string } | { address: string | undefined }, said?: string) => {
    if ('trouble' in told) return setTrouble(told.trouble)
    setTrouble(undefined)
    if (said) announce(said)
    else onMade({ address: told.address, name })
  }
  const renew = async (way: 'mail' | 'link') => tell(await signOffs.renew(one.id, { days: week, way }))
  const acts = {
    'renew-link': () => renew('link'),
    ...(canMail && { 'renew-mail': () => renew('mail') }),
    ...(canMail && isOpen && { remind: async () => tell(await signOffs.remind(one.id), t('reminded-now', { name })) }),
    ...(isOpen && { revoke: async () => tell(await signOffs.revoke(one.id), t('revoked-now')) }),
  }
  const keys = Object.keys(acts) as ('renew-link' | 'renew-mail' | 'remind' | 'revoke')[]
  const moment = (when: string) => momentText(new Date(when), clock)
  const said = {
    waiting: () => t('waiting-since', { when: whenText(new Date(one.createdAt), clock) }),
    approve: (when: string) => t('approved-at', { when }),
    changed: (when: string) => t('changed-at', { when }),
    suggest: (when: string) => t('suggested-at', { when }),
    refuse: (when: string) => t('refused-at', { when }),
  }
  return (
    <li className={state === 'over' ? 'over' : undefined}>
      <AnswerGlyph state={state} />
      <span>
        <b>{name}</b>
        <span className={isToDo(state) ? 'm todo' : 'm'}>
          {one.personId ? t('quotes', { count: quotes }) : t('whole-text')}
          {state !== 'over' && ` · ${said[state](at ? whenText(new Date(at), clock) : '')}`}
        </span>
        <span className="m">
          {t(one.revokedAt ? 'revoked' : isOpen ? 'until' : 'expired', {
            when: moment(one.revokedAt ?? one.expiresAt),
          })}
        </span>
        <span className="m">{t('asked-by', { name: one.madeBy })}</span>
        {one.remindedAt && <span className="m">{t('reminded', { when: moment(one.remindedAt) })}</span>}
        {one.whole?.reason && <q className="m">{one.whole.reason}</q>}
        {one.answers.map(
          (answer) =>
            answer.reason && (
              <q key={answer.id} className="m">
                {answer.reason}
              </q>
            ),
        )}
        {trouble && (
          <span className="m bad" role="alert">
            {trouble}
          </span>
        )}
      </span>
      {signOffs.may && state === 'changed' && (
        <Button small onClick={() => void renew(canMail ? 'mail' : 'link')}>
          {t('ask-again')}
          <span className="vh"> {name}</span>
        </Button>
      )}
      {signOffs.may && (
        <DropMenu
          className="button quiet icon-only small"
          label={t('more', { name })}
          groups={[{ choices: keys.map((key) => ({ key, name: t(key) })) }]}
          placement="bottom end"
          onChoose={(key) => void acts[key as keyof typeof acts]?.()}
        >
          <Icon name="more" small />
        </DropMenu>
      )}
    </li>
  )
}
