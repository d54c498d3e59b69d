import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { getHostedMeeting } from '#db/meetings/host.ts'
import { may } from '#db/permissions.ts'
import { getRelease } from '#db/releases.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { requireRole } from '../../../../../auth.ts'
import { currentSettings } from '../../../../current-settings.ts'
import styles from './meeting.module.css'
import { MeetingBeside } from './meeting-beside.tsx'
import { PrintButton } from './print-button.tsx'
import { SignUpList } from './sign-up-list.tsx'

/** Who comes to the press meeting of an invitation, for whoever holds it. */
export default async function MeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('contributor')
  const now = new Date()
  const [{ id }, settings] = await Promise.all([params, currentSettings()])
  const release = await getRelease(id)
  if (!release) notFound()
  const t = translator(user.language, 'meetings')
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const isHost = may(user, 'host-meeting', release)
  const hosted = isHost ? await getHostedMeeting(id, { actor: user, now }) : undefined
  const crumb = { href: `/studio/releases/${id}`, label: t('crumb') }
  if (!hosted)
    return (
      <Page heading={t('legend')} crumb={crumb}>
        <EmptyState heading={t('none')}>
          {isHost ? t('none-text') : translator(user.language, 'refusals')('meeting-not-yours')}
        </EmptyState>
      </Page>
    )
  const { isOut, title, signUps } = hosted
  return (
    <Page
      heading={t('heading', { title: title.replaceAll('\u00ad', '').trim() || t('untitled') })}
      crumb={crumb}
      actions={
        <>
          {isOut && release.slug && (
            <ButtonLink icon="external" href={pathTo(release.language, 'news', release.slug)}>
              {t('show')}
            </ButtonLink>
          )}
          {signUps.length > 0 && (
            <>
              <PrintButton>{t('print')}</PrintButton>
              <ButtonLink icon="download" href={`/api/releases/${id}/sign-ups`} download>
                {t('csv')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <div className={styles.meeting}>
        <SignUpList hosted={hosted} clock={clock} />
        <MeetingBeside hosted={hosted} clock={clock} />
      </div>
    </Page>
  )
}
