'use client'
/** The questions the text asks before something can stand in it: where a link leads, which film. Imported only on demand. */
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type Film, filmAt } from './document/embed.ts'
import { completeHref } from './document/link.ts'

interface PromptProps {
  heading: string
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

function Prompt({ heading, onClose, onSubmit, children }: PromptProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands inside the editor's components; its form is not part of any form around them.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="overlay" isDismissable>
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          <form className="dialog-form" onSubmit={submit} noValidate>
            {children}
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface AddressFieldProps {
  label: string
  hint: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function AddressField({ label, hint, value, error, onChange }: AddressFieldProps) {
  const id = useId()
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          <Icon name="stop" small />
          <span>{error}</span>
        </p>
      )}
      <input
        id={id}
        className="input"
        value={value}
        maxLength={2_000}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        // A dialog that asks one thing starts where the answer goes.
        ref={(field) => field?.focus()}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

interface LinkPromptProps {
  href: string
  onLink: (href: string) => void
  onUnlink: () => void
  onClose: () => void
}

export function LinkPrompt({ href, onLink, onUnlink, onClose }: LinkPromptProps) {
  const t = useText('editor')
  const [typed, setTyped] = useState(href)
  const [error, setError] = useState<string>()
  const submit = () => {
    const complete = completeHref(typed)
    if (complete) onLink(complete)
    else setError(t(typed.trim() ? 'link-unsafe' : 'link-empty'))
  }
  return (
    <Prompt heading={t(href ? 'link-change' : 'link-make')} onClose={onClose} onSubmit={submit}>
      <AddressField label={t('address')} hint={t('link-hint')} value={typed} error={error} onChange={setTyped} />
      <div className="btns">
        <Button type="submit" look="primary">
          {t('link-do')}
        </Button>
        {href && <Button onClick={onUnlink}>{t('link-remove')}</Button>}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}

export function FilmPrompt({ onFilm, onClose }: { onFilm: (film: Film) => void; onClose: () => void }) {
  const t = useText('editor')
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const submit = () => {
    const film = filmAt(typed)
    if (film) onFilm(film)
    else setError(t('film-unknown'))
  }
  return (
    <Prompt heading={t('film-insert')} onClose={onClose} onSubmit={submit}>
      <AddressField label={t('address')} hint={t('film-hint')} value={typed} error={error} onChange={setTyped} />
      <div className="btns">
        <Button type="submit" look="primary">
          {t('insert')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}
