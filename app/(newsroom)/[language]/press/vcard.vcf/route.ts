import { absolute } from '#lib/env.ts'
import { vCard } from '#lib/formats/vcard.ts'
import { translator } from '#lib/messages.ts'
import { dialledNumber } from '#lib/phone.ts'
import { pathTo } from '#lib/urls.ts'
import { downloadText, notFound } from '../../../file-response.ts'
import { pageContext } from '../../../page-context.ts'

export const dynamic = 'force-dynamic'

/** Answers with the vCard of the press desk. A newsroom without a press desk has none. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string }> }) {
  const context = await pageContext((await params).language)
  if (!context) return notFound()
  const { language, timeZone, name, texts, pressPhone, pressEmail } = context.newsroom
  if (!pressPhone && !pressEmail) return notFound()
  const t = translator(language, 'newsroom')
  const desk = texts.pressDeskName || t('press-desk')
  const card = vCard({
    name: `${desk}, ${name}`,
    organisation: name,
    phone: pressPhone && dialledNumber(pressPhone, timeZone),
    email: pressEmail,
    url: absolute(pathTo(language, 'press')),
  })
  return downloadText(request, { name: `${name} ${desk}.vcf`, type: 'text/vcard; charset=utf-8' }, card)
}
