import type { Metadata } from 'next'
import { cache } from 'react'
import { kindAt } from '#db/live/kinds.ts'
import { findRelease } from '#db/live/release.ts'
import { isLanguage } from '#lib/locale.ts'
import { readPeriod } from '#lib/time/period.ts'
import { Archive, archiveMetadata, openArchive } from '../../../archive.tsx'
import { missingMetadata } from '../../../head/metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, type PagedProps, pageContext } from '../../../page-context.ts'
import ReleasePage, { generateMetadata as releaseMetadata } from '../../news/[slug]/page.tsx'

type Props = PagedProps<{ language: string; part: string }>

/**
 * Whether a release has this year or kind as its address: one that was given it before the archive had such parts keeps
 * it.
 */
const hasRelease = cache(async (language: string, slug: string) => {
  const context = await pageContext(language)
  return Boolean(context && (await findRelease(slug, context.visit)))
})

const asRelease = ({ params }: Props) => ({
  params: params.then(({ language, part }) => ({ language, slug: part })),
})

async function open({ params, searchParams }: Props) {
  const { language, part } = await params
  const period = readPeriod(part)
  const kind = isLanguage(language) ? kindAt(part, language) : undefined
  return (period || kind) && openArchive(language, await searchParams, { period, kind })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, part } = await props.params
  if (await hasRelease(language, part)) return releaseMetadata(asRelease(props))
  const opened = await open(props)
  return opened ? archiveMetadata(opened) : missingMetadata(await anyPageContext(language))
}

/** The archive of a year, or of one kind of news. */
export default async function PartPage(props: Props) {
  const { language, part } = await props.params
  if (await hasRelease(language, part)) return <ReleasePage {...asRelease(props)} />
  const opened = await open(props)
  return opened ? <Archive {...opened} /> : <MissingPage language={language} />
}
