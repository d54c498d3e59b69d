'use client'
/**
 * The buttons that publish, labelled with what they will do, and beside them the reason when they cannot. The first is the
 * suggested one: it publishes what is finished.
 */
import { type ReactNode, useId } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { languageName } from '#lib/format.ts'
import { momentText } from '#lib/time/phrases.ts'
import type { LanguageVersion, ReleaseFacts } from '../types.ts'
import type { Publishing } from './use-publishing.ts'

/** The address of a text whose question is asked at once. */
const askAt = (releaseId: string) => `/studio/releases/${releaseId}#publish`

interface Props {
  release: ReleaseFacts
  publishing: Publishing
  /** Whether this text is all translated, or no translation. */
  isFinished: boolean
  /** What else can be done about the text. */
  children?: ReactNode
}

export function PublishButton({ release, publishing, isFinished, children }: Props) {
  const t = useText('editor')
  const rt = useText('review')
  const clock = useLocale()
  const id = useId()
  const { what, label, why, refused, isPending, isAsking, ask, resolved, siblings, isUnreviewed } = publishing
  const finished = siblings.filter(({ untranslated }) => !untranslated?.left)
  const verb = resolved.at ? 'schedule' : 'publish'
  const only = (version: Pick<LanguageVersion, 'language'>) =>
    t(`${verb}-only`, { language: languageName(version.language, clock.language) })
  const first = siblings.length > finished.length ? only(release) : what === 'publish' ? t('publish') : label
  const isAll = isFinished && finished.length === siblings.length
  const { goingOut } = release
  const disabled = why !== null || isPending
  const describedBy = why ? id : undefined
  return (
    <div className="act">
      {isFinished || finished.length === 0 ? (
        <Button
          look={isUnreviewed ? 'plain' : 'primary'}
          className="wide"
          icon={resolved.at ? 'clock' : 'send'}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-haspopup="dialog"
          onClick={() => ask()}
        >
          {isPending ? t('publishing') : t('asks', { what: isUnreviewed ? rt('unreviewed', { what: first }) : first })}
        </Button>
      ) : (
        finished.map((version) => (
          <ButtonLink
            key={version.language}
            href={askAt(version.id ?? '')}
            look="primary"
            className="wide"
            icon={resolved.at ? 'clock' : 'send'}
          >
            {t('asks', { what: only(version) })}
          </ButtonLink>
        ))
      )}
      {siblings.length > 0 && (
        <Button
          className="wide"
          disabled={disabled}
          aria-describedby={describedBy}
          aria-haspopup="dialog"
          onClick={() => ask(siblings)}
        >
          {t('asks', { what: t(isAll ? `${verb}-both` : `${verb}-both-anyway`, { count: siblings.length + 1 }) })}
        </Button>
      )}
      {children}
      {goingOut && publishing.isChanged && resolved.at?.getTime() === minuteOf(goingOut.at) && (
        <p className="why">{t('same-time', { when: momentText(new Date(goingOut.at), clock) })}</p>
      )}
      {why && (
        <p className="why" id={id}>
          {why}
        </p>
      )}
      {refused && !isAsking && (
        <p className="error">
          <Icon name="stop" small />
          <span>{refused}</span>
        </p>
      )}
    </div>
  )
}

/** The fields know minutes. */
const minuteOf = (at: string): number => Math.floor(new Date(at).getTime() / 60_000) * 60_000
