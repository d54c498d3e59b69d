import { missingMetadata } from '../../head/metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext } from '../../page-context.ts'

type Props = { params: Promise<{ language: string }> }

export const generateMetadata = async ({ params }: Props) =>
  missingMetadata(await anyPageContext((await params).language))

/** The page for every address that nothing else answers. */
export default async function Unknown({ params }: Props) {
  return <MissingPage language={(await params).language} />
}
