import type { Metadata } from 'next'
import { cache } from 'react'
import { findRelease } from '#db/live/release.ts'
import { readPeriod } from '#lib/time/period.ts'
import { Archive, archiveMetadata, openArchive } from '../../../archive.tsx'
import { missingMetadata } from '../../../head/metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, type PagedProps, pageContext } from '../../../page-context.ts'
import ReleasePage, { generateMetadata as releaseMetadata } from '../../news/[slug]/page.tsx'

type Props = PagedProps<{ language: string; year: string }>

/**
 * Whether a release has this year as its address: one that was given four digits before the archive had them keeps
 * them.
 */
const hasRelease = cache(async (language: string, slug: string) => {
  const context = await pageContext(language)
  return Boolean(context && (await findRelease(slug, context.visit)))
})

const asRelease = ({ params, searchParams }: Props) => ({
  params: params.then(({ language, year }) => ({ language, slug: year })),
  searchParams,
})

async function open({ params, searchParams }: Props) {
  const { language, year } = await params
  const period = readPeriod(year)
  return period && openArchive(language, await searchParams, { period })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, year } = await props.params
  if (await hasRelease(language, year)) return releaseMetadata(asRelease(props))
  const opened = await open(props)
  return opened ? archiveMetadata(opened) : missingMetadata(await anyPageContext(language))
}

/** The archive of a year. */
export default async function YearPage(props: Props) {
  const { language, year } = await props.params
  if (await hasRelease(language, year)) return <ReleasePage {...asRelease(props)} />
  const opened = await open(props)
  return opened ? <Archive {...opened} /> : <MissingPage language={language} />
}
