/** The whole text, as readers will see it, with a place for other words at each block, and the answer after it. */
import type { LiveRelease } from '#db/live/release.ts'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { textHash } from '#db/sign-off/answers.ts'
import type { OpenSignOff } from '#db/sign-off/links.ts'
import { getWholeAnswer, type WholeAnswer } from '#db/sign-off/list.ts'
import { shownPeopleIn } from '#db/sign-off/speakers.ts'
import { listSuggestions } from '#db/sign-off/suggestions.ts'
import { maxCommentLength } from '#lib/document/comment-anchor.ts'
import { translator } from '#lib/messages.ts'
import { type Clock, formatMoment } from '#lib/time/format.ts'
import type { PageContext } from '../../../(newsroom)/page-context.ts'
import { Preview } from '../../preview.tsx'
import { SuggestHere } from '../../suggest-here.tsx'
import { SignOffHead, YourAnswer } from './sign-off-frame.tsx'

interface Props {
  link: OpenSignOff
  token: string
  draft: Draft
  preview: LiveRelease
  context: PageContext
  standing: DisplayStatus
}

export async function AskedText({ link, token, draft, preview, context, standing }: Props) {
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'sign-off')
  const [whole, presented, suggestions] = await Promise.all([
    getWholeAnswer(link, visit.now),
    shownPeopleIn({ ...preview, language: newsroom.language }, draft, visit.now),
    listSuggestions(link.releaseId, { signOffId: link.id }),
  ])
  const { name } = link
  const suggesting = {
    ...{ action: `/sign-off/${token}/suggestions`, draft, clock: newsroom, asksName: false },
    suggestions,
  }
  const fresh = whole?.answer === 'approve' ? 'block-changed' : 'block-changed-since'
  const isFresh = (place: string, index: number) =>
    whole?.changed?.some((anchor) => anchor.place === place && anchor.index === index) ?? false
  return (
    <Preview
      context={context}
      preview={preview}
      before={
        <div className="wrap signoff">
          <SignOffHead link={link} standing={standing} context={context}>
            <p className="intro">
              <b>{t('hello-text', { name, standing })}</b> {t('intro-text', { newsroom: newsroom.name, standing })}
            </p>
            {whole && <Said whole={whole} clock={newsroom} />}
            <p>
              <a href="#your-answer">{t('your-answer')}</a>
            </p>
          </SignOffHead>
        </div>
      }
      beside={(place, index) => (
        <div className={place === 'block' ? 'guest' : 'guest wrap'}>
          {isFresh(place, index) && <p className="fresh">{t(fresh)}</p>}
          <SuggestHere suggesting={suggesting} place={place} index={index} />
        </div>
      )}
      after={
        <form className="wrap signoff" method="post" action={`/sign-off/${token}/answers`}>
          <YourAnswer link={link} context={context}>
            {whole && <Said whole={whole} clock={newsroom} />}
            <input type="hidden" name="hash" value={textHash(draft, presented)} />
            <fieldset className="answer">
              <legend className="vh">{t('your-answer')}</legend>
              {(['approve', 'refuse'] as const).map((answer) => (
                <label key={answer} className="pick">
                  <input
                    type="radio"
                    name="answer"
                    value={answer}
                    required
                    defaultChecked={whole?.answer === answer && !whole.changed}
                  />{' '}
                  <span>{t(`text-${answer}`)}</span>
                </label>
              ))}
              <div className="formfield">
                <label htmlFor="reason">
                  {t('reason')} <span className="hint">{t('reason-hint')}</span>
                </label>
                <textarea id="reason" name="reason" rows={3} maxLength={maxCommentLength} />
              </div>
            </fieldset>
          </YourAnswer>
        </form>
      }
    />
  )
}

/** What has been answered already, and whether it was to these very words. */
function Said({ whole, clock }: { whole: WholeAnswer; clock: Clock }) {
  const t = translator(clock.language, 'sign-off')
  const when = formatMoment(whole.at, clock)
  const isYes = whole.answer === 'approve'
  if (whole.changed) return <p className="said changed">{t(isYes ? 'text-changed' : 'text-changed-since', { when })}</p>
  return <p className="said">{t(isYes ? 'text-said-approve' : 'text-said-refuse', { when })}</p>
}
