'use client'
/** The bar above the text: its status, its languages, and the way to see it as a reader does. */
import { type MouseEvent, useTransition } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { troubleFrom } from '#components/ui/form/form-trouble.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { StatusGlyph, StatusLabel } from '#components/ui/status-glyph.tsx'
import type { ReviewStanding } from '#db/releases/review/state.ts'
import { rulesOf } from '#lib/locale.ts'
import { CommentsButton } from './comments/comments-button.tsx'
import type { Commenting } from './comments/use-comments.ts'
import { PresentMembers } from './presence/present-members.tsx'
import type { Previewing } from './preview/use-preview.tsx'
import { useNoticeText } from './saving/status-line.tsx'
import type { EditorProps, LanguageVersion, ReleaseFacts } from './types.ts'
import { useAnnouncedMoment, useStanding } from './use-standing.ts'
import type { Writing } from './use-writing.ts'

interface Props {
  userId: string
  release: ReleaseFacts
  /** Where it stands in its review. */
  reviewed: ReviewStanding | null
  /** The source of a translation, and whether it is shown beside the text now. */
  source: EditorProps['source']
  translation: EditorProps['translation']
  versions: LanguageVersion[]
  writing: Writing
  translate: EditorProps['actions']['translate']
  commenting: Commenting
  previewing: Previewing
}

export function EditorBar({
  userId,
  release,
  reviewed,
  source,
  translation,
  versions,
  writing,
  translate,
  commenting,
  previewing,
}: Props) {
  const t = useText('editor')
  const rt = useText('review')
  const saved = useNoticeText(writing.saving)
  const standing = useStanding(release, writing.saving)
  useAnnouncedMoment(release, standing)
  const preview = `/studio/releases/${release.id}/preview`
  const leave = leaveWhenSaved(writing, t('not-saved-yet'))
  return (
    <header className="editor-bar">
      <a className="back" href="/studio/releases" onClick={leave}>
        <Icon name="chevron-left" small />
        <span>{t('texts')}</span>
      </a>
      <span className="stat">
        {reviewed && standing.displayStatus === 'draft' ? (
          <StatusLabel displayStatus={reviewed}>{rt(`standing-${reviewed}`)}</StatusLabel>
        ) : (
          <StatusLabel displayStatus={standing.displayStatus}>{standing.text}</StatusLabel>
        )}
        <span className="saved-small">{saved}</span>
      </span>
      <nav className="versions" aria-label={t('language-versions')}>
        {versions.map((version) => (
          <LanguageLink
            key={version.language}
            version={version}
            release={release}
            writing={writing}
            translate={translate}
          />
        ))}
      </nav>
      {source && (
        <a
          className="button small beside-link"
          href={translation ? `/studio/releases/${release.id}` : `/studio/releases/${release.id}/translation`}
          onClick={leave}
        >
          {t(translation ? 'without-source' : 'beside-source')}
        </a>
      )}
      <div className="end">
        <PresentMembers presence={writing.presence} userId={userId} />
        <CommentsButton commenting={commenting} />
        <a
          className="button small as-reader"
          href={preview}
          aria-expanded={previewing.isOpen}
          onPointerEnter={previewing.expect}
          onClick={previewing.toggle}
        >
          <Icon name="eye" small />
          <span>{t('as-reader')}</span>
        </a>
        <a
          className="button small primary to-panel"
          href={translation ? `/studio/releases/${release.id}#inspector` : '#inspector'}
          onClick={translation ? leave : undefined}
        >
          {reviewed === 'review' ? rt('heading') : t('tab-publish')}
        </a>
      </div>
    </header>
  )
}

/** Saves the text before a link inside the studio is followed. */
function leaveWhenSaved({ saver, saving }: Writing, refusal: string) {
  return async (event: MouseEvent<HTMLAnchorElement>) => {
    if (!saving.unsaved || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const { href } = event.currentTarget
    if ((await saver.flush()) === undefined) announce(refusal)
    // With something still unsaved the browser asks before it leaves.
    location.assign(href)
  }
}

function LanguageLink(props: {
  version: LanguageVersion
  release: ReleaseFacts
  writing: Writing
  translate: Props['translate']
}) {
  const { version, release, writing, translate } = props
  const t = useText('editor')
  const formText = useText('forms')
  const [isPending, start] = useTransition()
  const name = rulesOf(version.language).name
  const leave = leaveWhenSaved(writing, t('not-saved-yet'))
  if (version.id && version.displayStatus) {
    const isHere = version.id === release.id
    return (
      <a
        href={`/studio/releases/${version.id}`}
        aria-current={isHere ? 'page' : undefined}
        lang={version.language}
        onClick={leave}
      >
        <StatusGlyph displayStatus={version.displayStatus} />
        {name}
        <span className="vh">, {t(`standing-${version.displayStatus}`)}</span>
        {version.behind > 0 && (
          <span className="behind" title={t('behind', { count: version.behind })}>
            <span aria-hidden="true">{version.behind}</span>
            <span className="vh">, {t('behind', { count: version.behind })}</span>
          </span>
        )}
      </a>
    )
  }
  const create = () =>
    start(async () => {
      if ((await writing.saver.flush()) === undefined) return announce(t('not-saved-yet'))
      try {
        const outcome = await translate(release.id, version.language)
        if (outcome.message) announce(outcome.message)
      } catch (error) {
        announce(formText(troubleFrom(error)))
      }
    })
  return (
    <button type="button" disabled={isPending} onClick={create}>
      <Icon name="plus" small />
      {version.language.toUpperCase()}
      <span className="vh">, {t('make-translation', { language: name })}</span>
    </button>
  )
}
