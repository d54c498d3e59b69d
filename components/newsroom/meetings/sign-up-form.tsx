import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { signUpsKept } from '#lib/meeting/kept.ts'
import { translator } from '#lib/messages.ts'

interface Props {
  releaseId: string
  meeting: LiveMeeting
  newsroom: LiveNewsroom
}

/**
 * The form in which readers sign up for a press meeting. It is sent without script; only programs, and browsers by
 * themselves, fill in its hidden field.
 */
export function SignUpForm({ releaseId, meeting, newsroom }: Props) {
  const { language, name } = newsroom
  const t = translator(language, 'meeting')
  const { place, hasStream, asksPressCard, state } = meeting
  return (
    <form className="reader-form" method="post" action="/api/meeting-sign-ups">
      <input type="hidden" name="release" value={releaseId} />
      <input type="hidden" name="language" value={language} />
      {place && hasStream ? (
        <Ways meeting={meeting} newsroom={newsroom} />
      ) : (
        <input type="hidden" name="way" value={hasStream ? 'stream' : 'place'} />
      )}
      <div className="pair">
        <p>
          <label htmlFor="s-name">{t('name')}</label>
          <input id="s-name" name="name" autoComplete="name" required maxLength={100} />
        </p>
        <p>
          <label htmlFor="s-outlet">{t('outlet')}</label>
          <input id="s-outlet" name="outlet" autoComplete="organization" maxLength={200} />
        </p>
      </div>
      <p>
        <label htmlFor="s-email">{t('email')}</label>
        <input id="s-email" name="email" type="email" autoComplete="email" required maxLength={254} />
      </p>
      {asksPressCard && (
        <p>
          <label htmlFor="s-card">{t('press-card')}</label>
          <input id="s-card" name="pressCard" required maxLength={50} />
        </p>
      )}
      <p>
        <label htmlFor="s-wishes">
          {t('wishes')} <span className="hint">{t('optional')}</span>
        </label>
        <span className="hint" id="s-wishes-hint">
          {t('wishes-hint')}
        </span>
        <textarea id="s-wishes" name="wishes" rows={2} maxLength={1_000} aria-describedby="s-wishes-hint" />
      </p>
      <p className="trap" aria-hidden="true">
        <label htmlFor="s-website">{t('trap')}</label>
        <input id="s-website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <button className="button" type="submit">
        {t(state === 'waiting' && !hasStream ? 'wait' : 'sign-up')}
      </button>
      <p className="hint">{t('kept', { newsroom: name, days: signUpsKept })}</p>
    </form>
  )
}

function Ways({ meeting: { seatsLeft, state }, newsroom: { language } }: Omit<Props, 'releaseId'>) {
  const t = translator(language, 'meeting')
  return (
    <fieldset>
      <legend className="vh">{t('how')}</legend>
      <label className="pick">
        <input type="radio" name="way" value="place" required defaultChecked={state !== 'waiting'} />
        <span>
          {t('way-place')}
          {seatsLeft !== null && (
            <span className="hint">{seatsLeft === 0 ? t('none-left') : t('left', { left: seatsLeft })}</span>
          )}
        </span>
      </label>
      <label className="pick">
        <input type="radio" name="way" value="stream" required />
        <span>{t('way-stream')}</span>
      </label>
    </fieldset>
  )
}
