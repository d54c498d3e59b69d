'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { followPage } from './follow-page.ts'

/**
 * Shows a page in a frame of a given width, scaled to fit. It has no script and its links lead nowhere. Changes are
 * made in place, so that the reader's place stays.
 */
export function PageFrame({ html, width }: { html: string; width: number }) {
  const t = useText('preview')
  const frame = useRef<HTMLIFrameElement>(null)
  const [first] = useState(() => withoutScripts(html))
  const { box, room } = useRoom()
  const scale = room ? Math.min(1, room.width / width) : 1
  const made = useMemo(() => new DOMParser().parseFromString(withoutScripts(html), 'text/html'), [html])
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (page?.querySelector('main')) followPage(page.body, made.body.cloneNode(true) as HTMLElement)
  }, [made])
  const onLoad = () => {
    const page = frame.current?.contentDocument
    page?.addEventListener('click', (event) => onlyLook(event))
    if (page) followPage(page.body, made.body.cloneNode(true) as HTMLElement)
  }
  const style = room && {
    inlineSize: width,
    blockSize: room.height / scale,
    scale: String(scale),
    marginInlineStart: Math.max(0, (room.width - width * scale) / 2),
  }
  return (
    <div className="page-frame" ref={box}>
      <iframe
        ref={frame}
        title={t('page', { width })}
        sandbox="allow-same-origin"
        srcDoc={first}
        style={style || undefined}
        onLoad={onLoad}
      />
    </div>
  )
}

const withoutScripts = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')

/** Follows links to a place on the page only; any other would replace the preview. */
function onlyLook(event: MouseEvent) {
  const link = (event.target as Element).closest?.('a')
  if (!link) return
  event.preventDefault()
  const href = link.getAttribute('href') ?? ''
  if (href.startsWith('#')) link.ownerDocument.getElementById(href.slice(1))?.scrollIntoView()
}

function useRoom() {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<{ width: number; height: number }>()
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return { box, room }
}
