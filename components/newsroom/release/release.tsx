import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveVersion } from '#db/live/published/versions.ts'
import type { RelatedStory } from '#db/live/related.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { aiStatementText } from '#lib/document/ai-statement.ts'
import { whenAnswered } from '#lib/duty/words.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { DocumentBlocks } from '../../rich-text/document.tsx'
import { altOf } from '../../rich-text/figure.tsx'
import { ContactSection } from '../contact.tsx'
import { CopyQuote } from '../copy-quote.tsx'
import { Credit, hasCredit } from '../credit.tsx'
import { Updates } from '../crisis/updates.tsx'
import { Boilerplate, Funders } from '../layout/boilerplate.tsx'
import { PageSection } from '../layout/page-section.tsx'
import { MeetingFacts } from '../meetings/meeting-facts.tsx'
import { SignUpBand } from '../meetings/sign-up-band.tsx'
import { PersonCard } from '../person-card.tsx'
import { Picture } from '../picture.tsx'
import type { OnDuty } from '../press-duty.tsx'
import { AskRow } from '../questions/ask-row.tsx'
import { VersionList } from '../versions/version-list.tsx'
import { Corrections } from './corrections.tsx'
import { type Download, downloadsOf, havePictures } from './downloads.ts'
import { FileList } from './file-list.tsx'
import { type Neighbours, RelatedStories } from './related-stories.tsx'
import { ReleaseHead } from './release-head.tsx'
import { SeriesBand } from './series-band.tsx'
import { Share } from './share.tsx'

/** A release, whole, with everything under it. `beside` renders the comments of a preview on a part, right after it. */
export function ReleasePage({
  release,
  related,
  published,
  newsroom,
  duty,
  now,
  beside,
  fileBand,
}: {
  release: LiveRelease
  related: RelatedStory[]
  /** What only a live release has: an address to share, a press kit to download, neighbours, and its versions. */
  published?: { url: string; pressKit: string; neighbours: Neighbours; versions: LiveVersion[] }
  newsroom: LiveNewsroom
  duty: OnDuty | undefined
  now: Date
  beside?: (place: 'head' | 'hero' | 'block', index: number) => ReactNode
  /** What stands in place of the list of files. */
  fileBand?: ReactNode
}) {
  const { language } = newsroom
  const files = downloadsOf(release, language, published?.pressKit)
  return (
    <>
      <article className="release">
        <ReleaseHead
          release={release}
          newsroom={newsroom}
          duty={duty}
          files={files}
          isPublished={published !== undefined}
        />
        {beside?.('head', 0)}
        {release.crisis && <Updates course={release.crisis} slug={release.slug} newsroom={newsroom} now={now} />}
        <Hero release={release} newsroom={newsroom} />
        {release.hero && beside?.('hero', 0)}
        <div className="prose wrap">
          {release.crisis && release.crisis.updates.length > 0 && (
            <h2>
              {translator(language, 'newsroom')('crisis.first', {
                when: whenAnswered(release.crisis.startedAt, { ...newsroom, now }),
              })}
            </h2>
          )}
          {release.meeting && <MeetingFacts meeting={release.meeting} newsroom={newsroom} />}
          <DocumentBlocks
            document={release.body}
            reading={{
              language,
              speakers: release.speakers,
              images: release.images,
              documents: release.documents,
              copyQuote:
                published &&
                (({ person, role, organisation }) => (
                  <CopyQuote speaker={[person.name, role, organisation]} release={release} newsroom={newsroom} />
                )),
            }}
            beside={beside && ((index) => beside('block', index))}
          />
          {newsroom.aiDisclosure === 'page' && release.ai && (
            <p className="made-how">{hyphenateText(aiStatementText(release, language), language)}</p>
          )}
          <Corrections corrections={release.corrections} newsroom={newsroom} />
        </div>
      </article>
      <div className="wrap after">
        {published && release.meeting && (
          <SignUpBand releaseId={release.id} meeting={release.meeting} newsroom={newsroom} duty={duty} />
        )}
        <ContactSection
          people={release.contacts}
          newsroom={newsroom}
          duty={duty}
          ask={published && newsroom.questions.isOpen && <AskRow newsroom={newsroom} about={release.slug} />}
        />
        <PeopleBand release={release} newsroom={newsroom} />
        {fileBand ?? (files.length > 0 && <FileBand files={files} newsroom={newsroom} />)}
        <Boilerplate newsroom={newsroom} />
        <Funders newsroom={newsroom} />
        {published && (
          <VersionList
            release={release}
            versions={published.versions}
            shown={published.versions[0]?.number ?? 1}
            newsroom={newsroom}
          />
        )}
        {published && <Share title={release.title} url={published.url} language={language} />}
        {release.series && <SeriesBand series={release.series} language={language} />}
        <RelatedStories
          stories={related}
          topics={release.topics}
          neighbours={published?.neighbours}
          newsroom={newsroom}
          now={now}
        />
      </div>
    </>
  )
}

interface Part {
  release: LiveRelease
  newsroom: LiveNewsroom
}

function Hero({ release: { hero, images }, newsroom }: Part) {
  const image = hero ? images.get(hero.mediaId) : undefined
  if (!hero || !image) return null
  return (
    <figure className="hero wrap axis">
      <Picture className="in-main" image={image} alt={altOf(hero)} size="whole" eager />
      {(hero.caption || hasCredit(image, newsroom.language)) && (
        <figcaption className="in-margin">
          {hyphenateText(hero.caption, newsroom.language)} <Credit image={image} language={newsroom.language} />
        </figcaption>
      )}
    </figure>
  )
}

function PeopleBand({ release: { cards }, newsroom: { language } }: Part) {
  const t = translator(language, 'newsroom')
  if (cards.length === 0) return null
  return (
    <PageSection id={t('anchors.people')} title={t('people')}>
      <ul className="people">
        {cards.map((card) => (
          <PersonCard key={card.person.id} {...card} language={language} />
        ))}
      </ul>
    </PageSection>
  )
}

function FileBand({ files, newsroom: { language } }: { files: Download[]; newsroom: LiveNewsroom }) {
  const t = translator(language, 'newsroom')
  return (
    <PageSection id={t('anchors.files')} title={t(havePictures(files) ? 'files' : 'files-only')} className="no-print">
      <FileList files={files} language={language} />
    </PageSection>
  )
}
