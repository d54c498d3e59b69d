/** One quote with what its speaker has said of it, what has been changed since, and the answers there are to choose from. */
import { MarkedText } from '#components/compare/marked-words.tsx'
import { QuoteFigure } from '#components/rich-text/quote.tsx'
import type { LiveCard } from '#db/live/release.ts'
import { type HeldAnswer, quoteHash } from '#db/sign-off/answers.ts'
import { signOffAnswerNames } from '#db/types.ts'
import { setQuote } from '#lib/document/attribution.ts'
import { maxBlockWords, typedWords } from '#lib/document/block-words.ts'
import { maxCommentLength } from '#lib/document/comment-anchor.ts'
import { type Block, type Document, documentText, inlineText, type Quote } from '#lib/document/rich-text.ts'
import type { ShownSpeaker } from '#lib/document/signed-words.ts'
import type { Standing } from '#lib/document/standing-answers.ts'
import { translator } from '#lib/messages.ts'
import { type Clock, formatMoment } from '#lib/time/format.ts'
import { compareContext } from '../../compare-context.ts'

interface Props {
  body: Document
  place: number
  number: number
  speaker: LiveCard | undefined
  /** How the speaker is presented, which belongs to what is answered to. */
  presented: ShownSpeaker
  standing: Standing<HeldAnswer> | undefined
  /** The other words that they have suggested, while nobody has taken or left them. */
  suggested: string | undefined
  clock: Clock
}

export function AskedQuote({ body, place, number, speaker, presented, standing, suggested, clock }: Props) {
  const { language } = clock
  const t = translator(language, 'sign-off')
  const quote = body.content[place] as Quote
  const id = `quotes.${number}`
  const isHeld = standing?.isSame && (standing.answer !== 'suggest' || suggested !== undefined)
  const held = isHeld ? standing : undefined
  return (
    <li className="ask" id={`quote-${number + 1}`}>
      <Around block={body.content[place - 1]} />
      <QuoteFigure quote={quote} speaker={speaker} first reading={{ language }} />
      <Around block={body.content[place + 1]} />
      {standing && <Said standing={standing} quote={quote} clock={clock} />}
      <fieldset className="answer">
        <legend className="vh">{t('quote-number', { number: number + 1 })}</legend>
        <input type="hidden" name={`${id}.hash`} value={quoteHash({ ...quote, presented })} />
        {signOffAnswerNames.map((answer) => (
          <label key={answer} className="pick">
            <input type="radio" name={`${id}.answer`} value={answer} defaultChecked={held?.answer === answer} />{' '}
            <span>
              {t(answer)} {answer === 'approve' && <span className="hint">{t('approve-hint')}</span>}
            </span>
          </label>
        ))}
        <div className="under">
          <div className="formfield words-field">
            <label htmlFor={`${id}.words`}>{t('words')}</label>
            <textarea
              id={`${id}.words`}
              name={`${id}.words`}
              rows={4}
              maxLength={maxBlockWords}
              defaultValue={held && suggested !== undefined ? suggested : typedWords(quote.content)}
            />
          </div>
          <div className="formfield">
            <label htmlFor={`${id}.reason`}>
              {t('reason')} <span className="hint">{t('reason-hint')}</span>
            </label>
            <textarea
              id={`${id}.reason`}
              name={`${id}.reason`}
              rows={2}
              maxLength={maxCommentLength}
              defaultValue={held?.reason ?? ''}
            />
          </div>
        </div>
      </fieldset>
    </li>
  )
}

/** The words beside the quote, so that it is read in its place. */
function Around({ block }: { block: Block | undefined }) {
  const words = block ? documentText({ type: 'doc', content: [block] }) : ''
  return words ? <p className="around">{words}</p> : null
}

function Said({ standing, quote, clock }: { standing: Standing<HeldAnswer>; quote: Quote; clock: Clock }) {
  const { language } = clock
  const t = translator(language, 'sign-off')
  const when = formatMoment(standing.at, clock)
  if (standing.isSame) return <p className="said">{t(`said-${standing.answer}`, { when })}</p>
  const [before, after] = [standing.quote, quote].map((one) => inlineText(setQuote(one, language)))
  return (
    <div className="said changed">
      <p>{t(standing.answer === 'approve' ? 'changed' : 'changed-since', { when })}</p>
      <p className="words">
        {before === after ? (
          t('changed-speaker')
        ) : (
          <MarkedText before={before ?? ''} after={after ?? ''} context={compareContext(language)} />
        )}
      </p>
    </div>
  )
}
