'use client'
/** What goes out at the same instant as the text, and what could. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { languageName } from '#lib/format.ts'
import { whenText } from '#lib/time/phrases.ts'
import type { Together } from './use-together.ts'
import './together.css'

export function TogetherPanel({ together }: { together: Together }) {
  const t = useText('together')
  const clock = useLocale()
  const [isAdding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const { companions, departures } = together
  const takeOut = async (id: string) => {
    const refused = await together.takeOut(id)
    setTrouble(refused)
    if (!refused) announce(t('took-out'))
  }
  return (
    <section className="panel-sec" aria-labelledby="h-together">
      <h2 id="h-together">{t('heading')}</h2>
      <p className={companions.length ? undefined : 'muted'}>{t(companions.length ? 'along' : 'about')}</p>
      {companions.length > 0 && (
        <ul className="together">
          {companions.map(({ id, title, language }) => (
            <li key={id}>
              <span>
                <a href={`/studio/releases/${id}`} lang={language}>
                  {title || t('untitled')}
                </a>
                <span className="m">{languageName(language, clock.language)}</span>
              </span>
              <Button small look="quiet" onClick={() => void takeOut(id)}>
                {t('take-out')}
                <span className="vh">: {title}</span>
              </Button>
            </li>
          ))}
        </ul>
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
