import { readFile } from 'node:fs/promises'
import type { LiveImage } from '#db/live/media.ts'
import { getLivePerson, movedPerson } from '#db/live/people.ts'
import { mediaFile } from '#db/media/public-file.ts'
import { getMedia } from '#db/media.ts'
import { absolute } from '#lib/env.ts'
import { vCard } from '#lib/formats/vcard.ts'
import { dialledNumber } from '#lib/phone.ts'
import { cardPath, pathTo } from '#lib/urls.ts'
import { downloadText, notFound } from '../../../../file-response.ts'
import { openRoom } from '../../../../page-context.ts'

export const dynamic = 'force-dynamic'

/** Somebody the newsroom presents, for an address book: what their page shows, with the portrait only where that may be shown. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  const { language: asked, slug } = await params
  const room = await openRoom(asked)
  if (!room) return notFound()
  const { language, timeZone } = room.newsroom
  const person = await getLivePerson(slug, room.visit)
  if (!person) {
    const moved = await movedPerson(slug)
    return moved ? new Response(null, { status: 308, headers: { location: cardPath(language, moved) } }) : notFound()
  }
  const { name, sortName, role, phone, email, portrait } = person
  const card = vCard({
    name,
    person: namesOf(name, sortName),
    role: role?.title,
    organisation: role?.organisation,
    roleIn: role?.titleIn,
    organisationIn: role?.organisationIn,
    phone: phone && dialledNumber(phone, timeZone),
    email,
    url: absolute(pathTo(language, 'people', slug)),
    photo: portrait ? await photoOf(portrait) : undefined,
  })
  return downloadText(request, { name: `${slug}.vcf`, type: 'text/vcard; charset=utf-8' }, card)
}

/** “Lindqvist Rask, Tomas” says which part is the surname, if that is how the name is sorted. */
function namesOf(name: string, sortName: string): { family: string; given: string } {
  const [family = '', given = ''] = sortName.split(/,\s*/, 2)
  return `${given} ${family}`.trim() === name ? { family, given } : { family: '', given: name }
}

/** The smallest size an address book shows well. */
async function photoOf({ id, renditions }: LiveImage): Promise<Buffer | undefined> {
  const size = renditions.find(({ width }) => width >= 240) ?? renditions.at(-1)
  const row = await getMedia(id)
  const file = row && size && (await mediaFile(row, `${size.width}.jpg`))
  return file && readFile(file.path).catch(() => undefined)
}
