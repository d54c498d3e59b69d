import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { type Download, originalOf, webSizeOf } from '../release/downloads.ts'
import { FileList } from '../release/file-list.tsx'
import { BrandMark } from './organisation-mark.tsx'
import { PageSection } from './page-section.tsx'

/** The organisation's logo and mark as files to download. Renders nothing where it has neither. */
export function Logos({ newsroom: { owner, language } }: { newsroom: LiveNewsroom }) {
  const t = translator(language, 'newsroom')
  if (!owner || (!owner.logo && !owner.mark)) return null
  const { name, logo, mark } = owner
  const title = t('logo-of', { name })
  const named = { title, as: slugify(title) }
  const files: Download[] = [
    ...(logo ? [originalOf(logo, { ...named, language }), ...webSizeOf(logo, named)] : []),
    ...(mark ? [{ href: '/mark.svg', format: 'SVG', title: t('mark-of', { name }), facts: t('scalable') }] : []),
  ]
  return (
    <PageSection id={t('anchors.logos')} title={t('logos')} className="logos">
      <BrandMark organisation={owner} />
      <FileList files={files} language={language} />
    </PageSection>
  )
}
