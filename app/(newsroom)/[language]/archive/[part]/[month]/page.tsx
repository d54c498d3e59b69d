import type { Metadata } from 'next'
import { readPeriod } from '#lib/time/period.ts'
import { Archive, archiveMetadata, openArchive } from '../../../../archive.tsx'
import { missingMetadata } from '../../../../head/metadata.ts'
import { MissingPage } from '../../../../missing.tsx'
import { anyPageContext, type PagedProps } from '../../../../page-context.ts'

type Props = PagedProps<{ language: string; part: string; month: string }>

async function open({ params, searchParams }: Props) {
  const { language, part, month } = await params
  const period = readPeriod(part, month)
  return period && openArchive(language, await searchParams, { period })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  return opened ? archiveMetadata(opened) : missingMetadata(await anyPageContext((await props.params).language))
}

/** The archive of a month. */
export default async function MonthPage(props: Props) {
  const opened = await open(props)
  return opened ? <Archive {...opened} /> : <MissingPage language={(await props.params).language} />
}
