import type { LiveOrganisation } from '#db/live/newsroom.ts'
import { absolute } from '#lib/env.ts'
import { noParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { pathTo } from '#lib/urls.ts'
import { sharedImage } from '../../../head/metadata.ts'
import { pageContext } from '../../../page-context.ts'
import { open, respond } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with the newsroom itself, in all its languages. */
export async function GET(request: Request) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  const { newsroom } = opened.context
  const rooms = await Promise.all(newsroom.languages.map((language) => pageContext(language)))
  return respond(shapes.newsroomShape, {
    name: newsroom.name,
    url: absolute(pathTo(newsroom.language)),
    languages: newsroom.languages,
    timeZone: newsroom.timeZone,
    accent: newsroom.accent,
    foundedYear: newsroom.foundedYear,
    press: { email: newsroom.pressEmail, phone: newsroom.pressPhone },
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
