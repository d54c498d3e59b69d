/** The quotes of one person, each between the words around it, with a form that needs no script. */
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import type { LiveRelease } from '#db/live/release.ts'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { heldAnswers, openSuggestions } from '#db/sign-off/answers.ts'
import type { OpenSignOff } from '#db/sign-off/links.ts'
import { registeredIn } from '#db/sign-off/speakers.ts'
import { speakerIn } from '#lib/document/signed-words.ts'
import { quotePlaces, standingAnswers } from '#lib/document/standing-answers.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../../../(newsroom)/page-context.ts'
import { AskedQuote } from './asked-quote.tsx'
import { SignOffHead, YourAnswer } from './sign-off-frame.tsx'

interface Props {
  link: OpenSignOff
  token: string
  draft: Draft
  preview: LiveRelease
  context: PageContext
  standing: DisplayStatus
  personId: string
}

export async function AskedQuotes({ link, token, draft, preview, context, standing, personId }: Props) {
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'sign-off')
  const [answers, suggested, known] = await Promise.all([
    heldAnswers(link.id),
    openSuggestions(link.id, draft),
    registeredIn({ ...preview, language: newsroom.language }, [personId], visit.now),
  ])
  const registered = known.get(personId) ?? null
  const answered = standingAnswers(answers, draft, { personId, registered })
  const places = quotePlaces(draft, personId)
  const { name } = link
  return (
    <PageLayout newsroom={newsroom} now={visit.now} path={pathTo(newsroom.language, 'news', preview.slug)}>
      <form className="wrap signoff" method="post" action={`/sign-off/${token}/answers`}>
        <SignOffHead link={link} standing={standing} context={context}>
          <h1>{t('hello-quotes', { name, count: places.length })}</h1>
          <p className="intro">{t('intro-quotes', { newsroom: newsroom.name, count: places.length, standing })}</p>
        </SignOffHead>
        {answers.length > 0 && <p className="thanks">{t('thanks', { name })}</p>}
        {places.length > 0 && (
          <section className="band axis after" aria-labelledby="h-quotes">
            <h2 className="in-margin" id="h-quotes">
              {t('your-quotes')}
            </h2>
            <div className="in-main">
              <p className="fromtext">
                {t('from-text')} <b>{plainText(draft.title)}</b>
              </p>
              <ol className="asks">
                {places.map((place, number) => (
                  <AskedQuote
                    key={place}
                    body={draft.body}
                    place={place}
                    number={number}
                    speaker={preview.speakers.get(personId)}
                    presented={speakerIn(draft, { personId, registered })}
                    standing={answered.get(place)}
                    suggested={suggested.get(place)?.words}
                    clock={newsroom}
                  />
                ))}
              </ol>
            </div>
          </section>
        )}
        {places.length > 0 && <YourAnswer link={link} context={context} />}
      </form>
    </PageLayout>
  )
}
