'use client'
/** What goes out at the same instant as the text, and what could. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { languageName } from '#lib/format.ts'
import { whenText } from '#lib/time/phrases.ts'
import type { Holder } from '../embargo/use-embargo.ts'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import type { PublicationActions } from '../types.ts'
import type { Together } from './use-together.ts'
import './together.css'

const cancelEmbargo = onDemand(async () => (await import('../embargo/cancel-embargo.tsx')).CancelEmbargo)

interface Props {
  together: Together
  /** Cancels when a text goes out, with words to those who have it under embargo. */
  cancel: PublicationActions['cancelSchedule']
}

export function TogetherPanel({ together, cancel }: Props) {
  const t = useText('together')
  const clock = useLocale()
  const [isAdding, setAdding] = useState(false)
  const part = useUnfolding<HTMLElement>(isAdding)
  const [trouble, setTrouble] = useState<string>()
  const [asking, setAsking] = useState<Asked>()
  const { companions, departures } = together
  const takeOut = async ({ id, title }: Together['companions'][number]) => {
    const held = await together.heldOf(id)
    if (typeof held === 'string') return setTrouble(held)
    // Whoever has it under embargo is mailed at once, and that cannot be taken back.
    if (held.length > 0) return setAsking({ id, title: title || t('untitled'), held })
    const refused = await together.takeOut(id)
    setTrouble(refused)
    if (!refused) announce(t('took-out'))
  }
  return (
    <section className="panel-sec" aria-labelledby="h-together" ref={part}>
      <h2 id="h-together">{t('heading')}</h2>
      <p className={companions.length ? undefined : 'muted'}>{t(companions.length ? 'along' : 'about')}</p>
      {companions.length > 0 && (
        <ul className="together">
          {companions.map((companion) => (
            <li key={companion.id}>
              <span>
                <a href={`/studio/releases/${companion.id}`} lang={companion.language}>
                  {companion.title || t('untitled')}
                </a>
                <span className="m">{languageName(companion.language, clock.language)}</span>
              </span>
              <Button
                small
                look="quiet"
                aria-haspopup={companion.holders.length > 0 ? 'dialog' : undefined}
                onClick={() => void takeOut(companion)}
              >
                {t('take-out')}
                <span className="vh">: {companion.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <AskHolders
          {...asking}
          cancel={cancel}
          onCancelled={() => void together.look()}
          onClose={() => setAsking(undefined)}
        />
      )}
      {departures.map(({ title, at, by }) => {
        const when = whenText(new Date(at), clock)
        return <p key={at}>{by ? t('left-by', { title, when, name: by }) : t('left', { title, when })}</p>
      })}
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      {isAdding ? (
        <AddTexts together={together} onClose={() => setAdding(false)} />
      ) : (
        <div className="btns">
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** A text that is to be taken out, and who has it under embargo. */
interface Asked {
  id: string
  title: string
  held: Holder[]
}

interface AskProps extends Asked, Pick<Props, 'cancel'> {
  onCancelled: () => void
  onClose: () => void
}

/** Asks before a text that somebody outside has is taken out: its embargo is cancelled, and they are told. */
function AskHolders({ id, ...asked }: AskProps) {
  const [greeting, setGreeting] = useState('')
  return <OnDemand part={cancelEmbargo} {...asked} releaseId={id} greeting={greeting} onGreeting={setGreeting} />
}

function AddTexts({ together, onClose }: { together: Together; onClose: () => void }) {
  const t = useText('together')
  const { language: spoken } = useLocale()
  const [chosen, setChosen] = useState<string[]>([])
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const { offered } = together
  const add = async () => {
    if (isPending) return
    setPending(true)
    const refused = await together.add(chosen)
    setPending(false)
    if (refused) return setTrouble(refused)
    announce(t('added'))
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) void add()
      }}
    >
      <fieldset>
        <legend>{t('choose')}</legend>
        {offered.length === 0 && <p className="muted">{t('none')}</p>}
        <div className="choices together-choices">
          {offered.map(({ id, title, language }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <span>
                <span lang={language}>{title || t('untitled')}</span>
                <span className="hint">{languageName(language, spoken)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      <div className="btns">
        <Button type="submit" small icon="clock" disabled={isPending || chosen.length === 0}>
          {t('schedule', { count: chosen.length })}
        </Button>
        <Button look="quiet" small onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
