'use client'
/** Opens a Word, HTML, Markdown or plain text file as a new draft: chosen, or dropped anywhere on the page. */
import { useRef, useState } from 'react'
import { keepReport } from '#components/editor/incoming/import-report-storage.ts'
import upload from '#components/library/upload.module.css'
import { UploadButton } from '#components/library/upload-button.tsx'
import { useFileDrop } from '#components/library/use-file-drop.ts'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { ImportReport } from '#lib/import/import-report.ts'
import { maxFileMegabytes } from '#lib/media/library-item.ts'

interface Answer {
  id?: string
  report?: ImportReport
  message?: string
}

/** `slim` is the smaller form, for pages on which it is not the main thing. */
export function OpenFile({ slim = false }: { slim?: boolean }) {
  const t = useText('arrivals')
  const media = useText('media')
  const refusal = useText('refusals')
  const place = useRef<HTMLDivElement>(null)
  const [reading, setReading] = useState('')
  const [refused, setRefused] = useState('')

  const refuse = (name: string, message: string) => {
    const text = name ? t('not-opened', { name, message }) : message
    setReading('')
    setRefused(text)
    announce(text)
  }
  const open = async (files: File[]) => {
    const [file] = files
    if (!file || reading) return
    setRefused('')
    if (files.length > 1) return refuse('', t('one-at-a-time'))
    if (file.size === 0) return refuse(file.name, refusal('file-empty'))
    if (file.size > maxFileMegabytes * 1024 * 1024)
      return refuse(file.name, t('too-large-file', { megabytes: maxFileMegabytes }))
    setReading(file.name)
    announce(t('reading', { name: file.name }))
    const headers = { 'x-filename': encodeURIComponent(file.name) }
    const address = `/api/import?${chosen(place.current)}`
    const answer = await fetch(address, { method: 'POST', headers, body: file }).catch(() => undefined)
    if (!answer) return refuse(file.name, media('offline'))
    const said: Answer = await answer.json().catch(() => ({}))
    if (answer.ok && said.id && said.report) {
      keepReport(said.id, said.report)
      window.location.assign(`/studio/releases/${said.id}`)
    } else refuse(file.name, said.message ?? media(answer.status === 401 ? 'signed-out' : 'fault'))
  }
  const isOver = useFileDrop((files) => void open(files))
  return (
    <div ref={place}>
      <div className={['drop', slim && upload.slim, isOver && upload.over].filter(Boolean).join(' ')}>
        {reading ? (
          <span>{t('reading', { name: reading })}</span>
        ) : (
          <>
            <UploadButton kind="text" small multiple={false} onFiles={(files) => void open(files)}>
              {t('open-file')}
            </UploadButton>
            <span>{isOver ? t('drop-now') : t('open-hint')}</span>
          </>
        )}
        {refused && (
          <p className={upload.refused} ref={(line) => line?.scrollIntoView({ block: 'nearest' })}>
            <Icon name="stop" small />
            {refused}
          </p>
        )}
      </div>
    </div>
  )
}

/** Returns what has been chosen in the form around it, if there is one. */
function chosen(place: HTMLElement | null): URLSearchParams {
  const query = new URLSearchParams()
  const form = place?.closest('form')
  if (!form) return query
  const data = new FormData(form)
  for (const name of ['kind', 'language', 'contact']) {
    const value = data.get(name)
    if (typeof value === 'string' && value) query.set(name, value)
  }
  return query
}
