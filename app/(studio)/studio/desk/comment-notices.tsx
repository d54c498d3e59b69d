import { ButtonLink } from '#components/ui/button.tsx'
import type { CommentNotice } from '#db/releases/comments/notices.ts'
import { formatList } from '#lib/format.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { titleOf } from '../title-of.ts'
import { FewRows } from './few-rows.tsx'
import { ReleaseRow } from './release-row.tsx'
import { DeskSection } from './section.tsx'

/** How much of the last comment is shown, in letters. */
const shownLength = 160

/** What others have said in the member's texts and threads, until the member has looked at it. */
export function CommentNotices({ notices, clock }: { notices: CommentNotice[]; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  if (notices.length === 0) return null
  const total = notices.reduce((sum, { count }) => sum + count, 0)
  return (
    <DeskSection id="new-comments" heading={t('new-comments')} count={total} empty={false}>
      <FewRows language={clock.language}>
        {notices.map((notice) => (
          <Notice key={notice.release.id} notice={notice} clock={clock} />
        ))}
      </FewRows>
    </DeskSection>
  )
}

function Notice({ notice, clock }: { notice: CommentNotice; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  const { release, firstId, count, authors, text, at } = notice
  const href = `/studio/releases/${release.id}#comment-${firstId}`
  // What is commented on is the draft.
  const written = { ...release, title: release.draftTitle }
  return (
    <ReleaseRow
      release={written}
      href={href}
      language={clock.language}
      facts={[formatList(authors, clock.language), t('new-comment-count', { count }), whenName(at, clock)].join(' · ')}
      said={excerpt(text, shownLength)}
    >
      <ButtonLink href={href}>
        {t('see-comments', { count })}
        <span className="vh"> {t('see-comments-of', { title: titleOf(written, clock.language) })}</span>
      </ButtonLink>
    </ReleaseRow>
  )
}
