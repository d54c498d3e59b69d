/** Makes the files of a text under embargo, each with its holder's name woven in. */
import { releaseFiles } from '#components/newsroom/release/downloads.ts'
import type { OpenEmbargo } from '#db/embargo/links.ts'
import { getLiveFile } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { getMedia } from '#db/media.ts'
import { ninjsItem } from '#lib/formats/ninjs.ts'
import { zipStream } from '#lib/formats/zip.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import { fileStore } from '#lib/media/file-store.ts'
import { streamOf } from '#lib/media/file-stream.ts'
import { offDevices } from '#lib/media/filename.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { slugify } from '#lib/slug.ts'
import { ninjsItemOf } from '../../../../../(newsroom)/formats/ninjs-item.ts'
import type { PageContext } from '../../../../../(newsroom)/page-context.ts'
import { type Copy, makePressKit } from '../../../../../(newsroom)/press-kit/press-kit.ts'
import { copyLineOf } from '../../held-text.ts'
import { markedFor } from '../../marked-image.ts'

interface HeldFile {
  name: string
  type: string
  make: () => Promise<{ size: number; stream: BodyInit }>
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Returns the file that a button stands for: the package, the Word file, ninjs, or a file of the text by its id. */
export async function heldFile(
  wanted: string,
  link: OpenEmbargo,
  { context, release }: { context: PageContext; release: LiveRelease },
): Promise<HeldFile | undefined> {
  const line = copyLineOf(link, context.newsroom)
  const whose = slugify(link.name)
  const named = (ending: string, as = release.slug) =>
    offDevices([slugify(as), whose].filter(Boolean).join('-')) + ending
  const copy: Copy = { line, whose, mark: (file, id) => markedById(id, file, line) }
  const whole = (bytes: Buffer) => ({ size: bytes.length, stream: new Uint8Array(bytes) })
  if (wanted === 'kit') {
    const kit = await makePressKit(context, release, copy)
    const make = async () => zipStream(await kit.entries(), context.visit.now)
    return { name: named('.zip'), type: 'application/zip', make }
  }
  if (wanted === 'word') {
    const kit = await makePressKit(context, release, copy)
    return { name: named('.docx'), type: wordType, make: async () => whole(await kit.word()) }
  }
  if (wanted === 'ninjs') {
    const item = ninjsItem.parse(ninjsItemOf(context, release, { until: link.until, line }))
    const make = async () => whole(Buffer.from(JSON.stringify(item)))
    return { name: named('.json'), type: 'application/json', make }
  }
  const asked = releaseFiles(release, context.newsroom.language).find(({ media }) => media.id === wanted)
  if (!asked) return undefined
  const ending = 'type' in asked.media ? asked.media.type : fileTypeOf(asked.media.mime)
  const found = await getLiveFile(wanted, `original.${ending}`)
  if (!found) return undefined
  const make = asked.image
    ? async () => whole(await markedById(wanted, found, line))
    : async () => ({ size: found.size, stream: streamOf(await fileStore().read(found)) })
  return { name: named(`.${ending}`, asked.as), type: found.mime, make }
}

async function markedById(id: string, file: Parameters<Copy['mark']>[0], line: string): Promise<Buffer> {
  const image = await getMedia(id)
  const type = image && imageTypeOf(image.mime)
  if (!type) throw new Error(`${id} is no picture`)
  return markedFor(file, image, { type, line })
}
