import type { Metadata } from 'next'
import { Archive, archiveMetadata, openArchive } from '../../archive.tsx'
import { missingMetadata } from '../../head/metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext, type PagedProps } from '../../page-context.ts'

type Props = PagedProps<{ language: string }>

const open = async ({ params, searchParams }: Props) => openArchive((await params).language, await searchParams)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  return opened ? archiveMetadata(opened) : missingMetadata(await anyPageContext((await props.params).language))
}

/** The list of all live releases, page by page. */
export default async function NewsPage(props: Props) {
  const opened = await open(props)
  return opened ? <Archive {...opened} /> : <MissingPage language={(await props.params).language} />
}
