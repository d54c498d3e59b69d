import { getPressDuty, type PressDuty } from '#db/live/duty.ts'
import { absolute } from '#lib/env.ts'
import { vCard } from '#lib/formats/vcard.ts'
import { translator } from '#lib/messages.ts'
import { dialledNumber, formatPhone } from '#lib/phone.ts'
import { formatMoment } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { downloadText, notFound } from '../../../file-response.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with the vCard of the press desk, and notes who answers when: by date, since a card is kept. A newsroom without a
 * press desk, in which nobody is on duty either, has none.
 */
export async function GET(request: Request, { params }: { params: Promise<{ language: string }> }) {
  const context = await pageContext((await params).language)
  if (!context) return notFound()
  const { language, timeZone, name, texts, pressPhone, pressEmail } = context.newsroom
  const duty = await getPressDuty(context.visit, context.newsroom)
  const phone = pressPhone || duty?.now[0]?.phone || ''
  if (!phone && !pressEmail) return notFound()
  const t = translator(language, 'newsroom')
  const desk = texts.pressDeskName || t('press-desk')
  const card = vCard({
    name: `${desk}, ${name}`,
    organisation: name,
    phone: phone && dialledNumber(phone, timeZone),
    email: pressEmail,
    url: absolute(pathTo(language, 'press')),
    note: duty && noteOf(duty, context),
  })
  return downloadText(request, { name: `${name} ${desk}.vcf`, type: 'text/vcard; charset=utf-8' }, card)
}

function noteOf({ now, next }: PressDuty, { newsroom }: PageContext): string | undefined {
  const t = translator(newsroom.language, 'newsroom')
  return [...now, next]
    .filter((duty) => duty !== undefined)
    .map(({ person, phone, from, until }) => {
      const number = phone && formatPhone(phone, newsroom.language, newsroom.timeZone)
      const [begins, ends] = [formatMoment(from, newsroom), formatMoment(until, newsroom)]
      return t('duty-note', { name: person.name, from: begins, until: ends, reach: number })
    })
    .join('\n')
}
