'use client'
/**
 * The question before a text goes out: what, to whom, when, in which languages, and what is left to look at. Imported only
 * on demand.
 */
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Companion } from '#db/releases/publication/together.ts'
import type { Finding } from '#lib/checks/rule.ts'
import type { Report } from '#lib/checks/rules.ts'
import { formatList, languageName } from '#lib/format.ts'
import { capital, clockTime, momentText, weekdayText } from '#lib/time/phrases.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { offsetName, zoneName } from '#lib/time/zone.ts'
import { ToldHolders } from '../embargo/told-holders.tsx'
import type { Holder } from '../embargo/use-embargo.ts'
import { MovingTogether } from '../together/moving-together.tsx'
import type { EditorProps, LanguageVersion } from '../types.ts'
import { ChangeKindFields } from './change-kind.tsx'
import type { Publishing } from './use-publishing.ts'
import { useTimeLeft } from './when.tsx'
import './publish-question.css'

interface Props extends Pick<EditorProps, 'release' | 'versions'> {
  title: string
  /** How much of this text is not translated. */
  left: { left: number; total: number } | undefined
  publishing: Publishing
  /** Who has the text under embargo. */
  held: Holder[]
  /** What goes out at the same instant. */
  companions: Companion[]
  looks: Report['looks']
  onGo: (finding: Finding) => void
  onClose: () => void
}

export function PublishQuestion({
  release,
  versions,
  title,
  left,
  publishing,
  held,
  companions,
  looks,
  onGo,
  onClose,
}: Props) {
  const t = useText('editor')
  const rt = useText('review')
  const { resolved, what, label, isPending, refused, publish, others, isUnreviewed, reason, change } = publishing
  const count = others.length + 1
  const titleLine = useRef<HTMLParagraphElement>(null)
  // Whoever presses Enter once too often has pressed nothing.
  useEffect(() => titleLine.current?.focus(), [])
  const isLater = resolved.at !== null
  const [isReasonMissing, setReasonMissing] = useState(false)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const press = () => {
    const isMissing = isUnreviewed && !reason.trim()
    setReasonMissing(isMissing)
    if (isMissing) reasonField.current?.focus()
    else publish()
  }
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable={false}>
      <Modal>
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {others.length ? t(`ask-${resolved.at ? 'schedule' : 'publish'}-both`, { count }) : t(`ask-${what}`)}
          </Heading>
          <p className="ask-title" tabIndex={-1} ref={titleLine} lang={release.language}>
            {title}
          </p>
          {others.map((other) => (
            <p className="ask-title" key={other.language} lang={other.language}>
              {other.title}
            </p>
          ))}
          <Facts release={release} versions={versions} left={left} publishing={publishing} />
          <Looks looks={looks} onGo={onGo} />
          {change && <ChangeKindFields change={change} language={release.language} onChange={publishing.setChange} />}
          {isUnreviewed && (
            <Reason publishing={publishing} isMissing={isReasonMissing && !reason.trim()} field={reasonField} />
          )}
          {publishing.isNews && <MovingTogether companions={companions} />}
          {publishing.isNews && held.length > 0 && (
            <ToldHolders held={held} greeting={publishing.greeting} onGreeting={publishing.setGreeting} />
          )}
          {isLater && <p className="muted">{t('ask-later-changes')}</p>}
          {refused && (
            <p className="error" role="alert">
              <Icon name="stop" small />
              <span>{refused}</span>
            </p>
          )}
          <div className="btns">
            <Button look="primary" icon={isLater ? 'clock' : 'send'} disabled={isPending} onClick={press}>
              {isPending
                ? t('publishing')
                : others.length
                  ? t(`${isLater ? 'schedule' : 'publish'}-both`, { count })
                  : isUnreviewed
                    ? rt('unreviewed', { what: label })
                    : what === 'publish-changes' && change?.kind
                      ? t(`publish-changes-${change.kind}`)
                      : label}
            </Button>
            <Button onClick={onClose} disabled={isPending}>
              {t('ask-cancel')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Facts({ release, versions, left, publishing }: Pick<Props, 'release' | 'versions' | 'left' | 'publishing'>) {
  const t = useText('editor')
  const clock = useLocale()
  const { resolved, what, others } = publishing
  const now = publishing.now ?? new Date()
  const at = resolved.at ?? now
  const timeLeft = useTimeLeft(resolved.at, now)
  const when = `${weekdayText(at, clock, now)} ${clockTime(at, clock)}`
  const zone = t('ask-zone', {
    zone: zoneName(at, clock.timeZone, clock.language),
    offset: offsetName(at, clock.timeZone),
  })
  const staying = versions.filter(
    (version) =>
      version.id &&
      version.id !== release.id &&
      version.displayStatus === 'draft' &&
      !others.some(({ id }) => id === version.id),
  )
  const nameOf = (code: LanguageVersion['language']) => languageName(code, clock.language)
  const going = formatList(
    [release, ...others].map(({ language }) => nameOf(language)),
    clock.language,
  )
  const halfDone = [{ language: release.language, untranslated: left ?? null }, ...others]
  const replaced = !resolved.at && release.goingOut
  return (
    <dl className="facts-of">
      <dt>{t('ask-to')}</dt>
      <dd>
        {t(what.endsWith('changes') ? 'ask-to-readers' : 'ask-to-all')}
        <span className="m">{t('ask-until', { time: clockTime(new Date(at.getTime() + takeBackWithin), clock) })}</span>
      </dd>
      <dt>{t(resolved.at ? 'ask-goes-out' : 'ask-when')}</dt>
      <dd>
        {resolved.at ? capital(when) : t('ask-now', { when })}
        <span className="m">{[zone, timeLeft].filter(Boolean).join(', ')}</span>
        {replaced && (
          <span className="m">{t('ask-replaces', { when: momentText(new Date(replaced.at), clock, now) })}</span>
        )}
      </dd>
      <dt>{t('ask-language')}</dt>
      <dd>
        {capital(going)}
        {others.length > 0 &&
          halfDone.map(
            ({ language: code, untranslated }) =>
              untranslated &&
              untranslated.left > 0 && (
                <span className="m" key={code}>
                  {t('ask-half', { language: capital(nameOf(code)), ...untranslated })}
                </span>
              ),
          )}
        {staying.map(({ language: code, untranslated }) => {
          const language = capital(nameOf(code))
          return (
            <span className="m" key={code}>
              {untranslated?.left
                ? t('ask-untranslated', { language, ...untranslated })
                : t('ask-stays-draft', { language })}
            </span>
          )
        })}
      </dd>
    </dl>
  )
}

interface ReasonProps extends Pick<Props, 'publishing'> {
  /** Whether the button has been pressed without one. */
  isMissing: boolean
  field: RefObject<HTMLTextAreaElement | null>
}

/** Asks whoever publishes their own words why nobody else reads them first. */
function Reason({ publishing: { reason, setReason }, isMissing, field }: ReasonProps) {
  const t = useText('review')
  const error = isMissing ? t('reason-missing') : undefined
  return (
    <FieldLayout id={useId()} label={t('reason')} hint={t('reason-hint')} error={error} announced>
      {(tied) => (
        <textarea
          {...tied}
          className="input"
          ref={field}
          rows={3}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </FieldLayout>
  )
}

function Looks({ looks, onGo }: Pick<Props, 'looks' | 'onGo'>) {
  const t = useText('editor')
  const ct = useText('checks')
  if (looks.length === 0) return null
  return (
    <div>
      <p className="check-head warn">{t('ask-looks', { count: looks.length })}</p>
      <ul className="checks">
        {looks.map((look) => {
          const what = ct(look.code, look.values ?? {})
          return (
            <li className="is-warn" key={`${look.code} ${JSON.stringify([look.place, look.values])}`}>
              <Icon name="warn" small />
              <span>{what}</span>
              <button
                type="button"
                className="text-button"
                aria-label={`${t('go-there')}: ${what}`}
                onClick={() => onGo(look)}
              >
                {t('go-there')}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
