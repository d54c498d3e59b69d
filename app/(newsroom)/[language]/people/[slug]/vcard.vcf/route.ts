import { buffer } from 'node:stream/consumers'
import { getLiveFile, type LiveImage } from '#db/live/media.ts'
import { getLivePerson, movedPerson } from '#db/live/people.ts'
import { absolute } from '#lib/env.ts'
import { vCard } from '#lib/formats/vcard.ts'
import { isStoreAway } from '#lib/http/store-answer.ts'
import { fileStore } from '#lib/media/file-store.ts'
import { dialledNumber } from '#lib/phone.ts'
import { cardPath, pathTo } from '#lib/urls.ts'
import { downloadText, notFound } from '../../../../file-response.ts'
import { pageContext } from '../../../../page-context.ts'

export const dynamic = 'force-dynamic'

/** Answers with a person's vCard: what their page shows, with the portrait only where it may be shown. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  const { language: asked, slug } = await params
  const context = await pageContext(asked)
  if (!context) return notFound()
  const { language, timeZone } = context.newsroom
  const person = await getLivePerson(slug, context.visit)
  if (!person) {
    const moved = await movedPerson(slug, context.visit)
    return moved ? new Response(null, { status: 308, headers: { location: cardPath(language, moved) } }) : notFound()
  }
  const { name, sortName, position, phone, email, portrait } = person
  const photo = portrait ? await photoOf(portrait) : undefined
  const card = vCard({
    name,
    person: namesOf(name, sortName),
    role: position?.title,
    organisation: position?.organisation,
    roleIn: position?.titleIn,
    organisationIn: position?.organisationIn,
    phone: phone && dialledNumber(phone, timeZone),
    email,
    url: absolute(pathTo(language, 'people', slug)),
    photo: photo === 'away' ? undefined : photo,
  })
  const answer = await downloadText(request, { name: `${slug}.vcf`, type: 'text/vcard; charset=utf-8' }, card)
  // The card is good without its picture, but not for longer than the picture is away.
  if (photo === 'away') answer.headers.set('cache-control', 'no-store')
  return answer
}

/** Splits a name: when it is sorted as “Lindqvist Rask, Tomas”, that tells which part is the surname. */
function namesOf(name: string, sortName: string): { family: string; given: string } {
  const [family = '', given = ''] = sortName.split(/,\s*/, 2)
  return `${given} ${family}`.trim() === name ? { family, given } : { family: '', given: name }
}

/** Reads the portrait in the smallest size that looks well in an address book. */
async function photoOf({ id, renditions }: LiveImage): Promise<Buffer | 'away' | undefined> {
  const size = renditions.find(({ width }) => width >= 240) ?? renditions.at(-1)
  try {
    const file = size && (await getLiveFile(id, `${size.width}.jpg`))
    return file && (await buffer(await fileStore().read(file)))
  } catch (error) {
    return isStoreAway(error) ? 'away' : undefined
  }
}
