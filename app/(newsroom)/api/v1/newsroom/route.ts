import { getPressDuty, type LiveDuty } from '#db/live/duty.ts'
import type { LiveNewsroom, LiveOrganisation } from '#db/live/newsroom.ts'
import { absolute } from '#lib/env.ts'
import { noParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { isoMoment } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { sharedImage } from '../../../head/metadata.ts'
import { pageContext } from '../../../page-context.ts'
import { open, respond } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with the newsroom itself, in all its languages. */
export async function GET(request: Request) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  const { newsroom, visit } = opened.context
  const rooms = await Promise.all(newsroom.languages.map((language) => pageContext(language)))
  const duty = await getPressDuty(visit, newsroom)
  const [answering, follows] = duty?.now ?? []
  const after = follows ?? duty?.next
  return respond(shapes.newsroomShape, {
    name: newsroom.name,
    url: absolute(pathTo(newsroom.language)),
    languages: newsroom.languages,
    timeZone: newsroom.timeZone,
    accent: newsroom.accent,
    foundedYear: newsroom.foundedYear,
    press: {
      email: newsroom.pressEmail,
      phone: newsroom.pressPhone,
      answersNow: answering ? dutyData(answering, newsroom) : null,
      answersNext: after ? dutyData(after, newsroom) : null,
    },
    owner: newsroom.owner ? organisationData(newsroom.owner) : null,
    funders: newsroom.funders.map(organisationData),
    texts: rooms.flatMap((context) => {
      if (!context) return []
      const { language, texts } = context.newsroom
      const { tagline, boilerplate, fundersLine, address } = texts
      return [{ language, url: absolute(pathTo(language)), tagline, boilerplate, fundersLine, address }]
    }),
  })
}

function organisationData({ name, url, logo }: LiveOrganisation) {
  const shared = logo && sharedImage(logo)
  return { name, url, logo: shared ? { ...shared, type: 'image/jpeg' } : null }
}

const dutyData = ({ person, phone, email, from, until }: LiveDuty, { language, timeZone }: LiveNewsroom) => ({
  name: person.name,
  url: person.slug && absolute(pathTo(language, 'people', person.slug)),
  ...{ phone, email, from: isoMoment(from, timeZone), until: isoMoment(until, timeZone) },
})
