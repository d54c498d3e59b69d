import { ButtonLink } from '#components/ui/button.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { ReviewDue } from '../review-due.tsx'
import { holderText } from '../review-note.ts'
import { titleOf } from '../title-of.ts'
import { FewRows } from './few-rows.tsx'
import { ReleaseRow } from './release-row.tsx'
import { DeskSection } from './section.tsx'

/** How much of a note is shown, in letters. */
const shownLength = 160

interface Props {
  releases: ListedRelease[]
  clock: StudioClock
}

/** The texts that wait for the member's review, those due first first. */
export function WaitsForReview({ releases, clock }: Props) {
  const t = translator(clock.language, 'studio')
  const kindName = translator(clock.language, 'kinds')
  if (releases.length === 0) return null
  return (
    <DeskSection id="for-review" heading={t('for-review')} count={releases.length} empty={false}>
      <FewRows language={clock.language}>
        {releases.map((release) => {
          const { review } = release
          const written = { ...release, title: release.draftTitle }
          return (
            <ReleaseRow
              key={release.id}
              release={written}
              language={clock.language}
              facts={
                review && (
                  <>
                    <ReviewDue review={review} clock={clock} />
                    {review.dueAt && ' · '}
                    {t('submitted-by', { name: review.by, when: whenName(review.at, clock) })} ·{' '}
                    {kindName(release.kind)}
                  </>
                )
              }
              said={review?.note ? excerpt(review.note, shownLength) : undefined}
            >
              <ButtonLink href={`/studio/releases/${release.id}`}>
                {t('review')}
                <span className="vh"> {titleOf(written, clock.language)}</span>
              </ButtonLink>
            </ReleaseRow>
          )
        })}
      </FewRows>
    </DeskSection>
  )
}

/** The texts that went out unreviewed, until somebody who has not written in them has read them. */
export function WaitsForReading({ releases, clock }: Props) {
  const t = translator(clock.language, 'studio')
  if (releases.length === 0) return null
  return (
    <DeskSection id="for-reading" heading={t('for-reading')} count={releases.length} empty={false}>
      <FewRows language={clock.language}>
        {releases.map((release) => {
          const { unreviewed } = release
          return (
            <ReleaseRow
              key={release.id}
              release={release}
              language={clock.language}
              facts={
                unreviewed && t('published-unreviewed', { name: unreviewed.by, when: whenName(unreviewed.at, clock) })
              }
              said={unreviewed ? excerpt(unreviewed.note, shownLength) : undefined}
            >
              <ButtonLink href={`/studio/releases/${release.id}`}>
                {t('read-now')}
                <span className="vh"> {titleOf(release, clock.language)}</span>
              </ButtonLink>
            </ReleaseRow>
          )
        })}
      </FewRows>
    </DeskSection>
  )
}

/** The member's texts that lie with somebody else. */
export function WaitsForOthers({ releases, clock }: Props) {
  const t = translator(clock.language, 'studio')
  if (releases.length === 0) return null
  return (
    <DeskSection id="with-others" heading={t('with-others')} count={releases.length} empty={false}>
      <FewRows language={clock.language}>
        {releases.map((release) => (
          <ReleaseRow
            key={release.id}
            release={{ ...release, title: release.draftTitle }}
            language={clock.language}
            facts={
              release.review && (
                <>
                  {t('with-since', {
                    who: holderText(release.review, clock.language),
                    when: whenName(release.review.at, clock),
                  })}
                  {release.review.dueAt && ' · '}
                  <ReviewDue review={release.review} clock={clock} />
                </>
              )
            }
          />
        ))}
      </FewRows>
    </DeskSection>
  )
}
