'use client'
/** Uploads files to the library: one at a time, each with its progress, its cancel and its retry. */
import { useEffect, useReducer, useRef } from 'react'
import { type LibraryFile, maxFileMegabytes } from '#lib/media/library-item.ts'
import { announce } from '../ui/announce.tsx'
import { useLeaveWarning } from '../ui/form/unsaved.ts'
import { useText } from '../ui/messages.tsx'

export interface Upload {
  key: number
  file: File
  /**
   * `making` means that everything has been sent and the sizes are being made; `known`, that the library had it
   * already.
   */
  state: 'waiting' | 'sending' | 'making' | 'refused' | 'known'
  sent: number
  /** The reason for a refusal. */
  message?: string
  /** The file the library had already. */
  known?: LibraryFile
}

type Change =
  | { type: 'add'; uploads: Upload[] }
  | { type: 'change'; key: number; to: Partial<Upload> }
  | { type: 'remove'; key: number }

function uploadsAfter(uploads: Upload[], change: Change): Upload[] {
  if (change.type === 'add') return [...uploads, ...change.uploads]
  if (change.type === 'remove') return uploads.filter((upload) => upload.key !== change.key)
  return uploads.map((upload) => (upload.key === change.key ? { ...upload, ...change.to } : upload))
}

let lastKey = 0

/** `address` is where files are sent: as new ones of every kind or of one, or to replace an existing one. */
export function useUploads(
  onAdded: (item: LibraryFile, file: File) => void,
  address: `/api/media${string}` = '/api/media',
) {
  const t = useText('media')
  const refusal = useText('refusals')
  const [uploads, dispatch] = useReducer(uploadsAfter, [])
  const request = useRef<{ key: number; xhr: XMLHttpRequest }>(undefined)
  const added = useRef(onAdded)
  added.current = onAdded
  const isBusy = uploads.some((upload) => upload.state !== 'refused' && upload.state !== 'known')
  useLeaveWarning(isBusy, t('leave'))

  useEffect(() => {
    const next = uploads.find((upload) => upload.state === 'waiting')
    if (!next || request.current) return
    const change = (to: Partial<Upload>) => dispatch({ type: 'change', key: next.key, to })
    const refuse = (message: string) => {
      change({ state: 'refused', message })
      announce(t('refused', { name: next.file.name, message }))
    }
    const xhr = new XMLHttpRequest()
    request.current = { key: next.key, xhr }
    xhr.upload.onprogress = (event) => change({ sent: event.loaded })
    xhr.upload.onload = () => change({ state: 'making', sent: next.file.size })
    xhr.onload = () => {
      request.current = undefined
      const answer = jsonOf(xhr)
      if (answer && 'id' in answer && xhr.status < 300) {
        if (answer.isKnown) {
          change({ state: 'known', known: answer })
          announce(t('known', { name: next.file.name, filename: answer.filename }))
        } else {
          dispatch({ type: 'remove', key: next.key })
          announce(t('uploaded', { name: next.file.name }))
        }
        added.current(answer, next.file)
      } else if (answer && 'message' in answer) refuse(answer.message)
      else if (xhr.status === 413) refuse(refusal('file-too-large', { megabytes: maxFileMegabytes }))
      else refuse(t(xhr.status === 401 ? 'signed-out' : 'fault'))
    }
    xhr.onerror = () => {
      request.current = undefined
      refuse(t('offline'))
    }
    xhr.open('POST', address)
    xhr.setRequestHeader('x-filename', encodeURIComponent(next.file.name))
    change({ state: 'sending' })
    xhr.send(next.file)
  }, [uploads, address, t, refusal])

  useEffect(() => () => request.current?.xhr.abort(), [])

  const add = (files: Iterable<File>) => {
    const fresh = [...files].map((file): Upload => {
      const message =
        file.size === 0
          ? refusal('file-empty')
          : file.size > maxFileMegabytes * 1024 * 1024
            ? refusal('file-too-large', { megabytes: maxFileMegabytes })
            : undefined
      return { key: ++lastKey, file, sent: 0, ...(message ? { state: 'refused', message } : { state: 'waiting' }) }
    })
    dispatch({ type: 'add', uploads: fresh })
    for (const upload of fresh) {
      if (upload.message) announce(t('refused', { name: upload.file.name, message: upload.message }))
    }
  }
  /** Stops an upload, or takes a refused one off the list. */
  const remove = (key: number) => {
    if (request.current?.key === key) {
      request.current.xhr.abort()
      request.current = undefined
    }
    dispatch({ type: 'remove', key })
  }
  const retry = (key: number) =>
    dispatch({ type: 'change', key, to: { state: 'waiting', sent: 0, message: undefined } })
  return { uploads, add, remove, retry }
}

function jsonOf(xhr: XMLHttpRequest): (LibraryFile & { isKnown?: boolean }) | { message: string } | undefined {
  try {
    return JSON.parse(xhr.responseText)
  } catch {
    return undefined
  }
}
