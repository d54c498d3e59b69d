/**
 * Has the studio's words come first also on the page that Next makes by script alone: after a fault, and where a page is
 * missing, forbidden or closed. It holds nothing that the layout says, so no script of the layout runs on it before the
 * components that need the words.
 */
import type { ServerResponse } from 'node:http'
import type { Language } from '#lib/locale.ts'
import { wordsScript } from '#lib/words-script.ts'

const madeByScript = /^(<!DOCTYPE html>)?<html id="__next_error__"><head>/i

/** Returns the first piece of such a page with the script of the words at its beginning, and of any other as it is. */
export function withWordsFirst(piece: Uint8Array, language: Language): Uint8Array {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  const [start] = madeByScript.exec(bytes.toString('latin1', 0, 100)) ?? []
  if (!start) return piece
  const script = Buffer.from(`<script src="${wordsScript(language).path}"></script>`)
  return Buffer.concat([bytes.subarray(0, start.length), script, bytes.subarray(start.length)])
}

/** Has a page that is sent through a response begin with its words, where it lacks them. */
export function sendWordsFirst(response: ServerResponse, language: Language): void {
  const { write, end } = response
  const first = (piece: unknown) => {
    Object.assign(response, { write, end })
    if (!String(response.getHeader('content-type')).startsWith('text/html')) return piece
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (!(bytes instanceof Uint8Array)) return piece
    const sent = withWordsFirst(bytes, language)
    if (sent === bytes) return piece
    if (!response.headersSent) response.removeHeader('content-length')
    return sent
  }
  Object.assign(response, {
    write: (piece: unknown, ...rest: unknown[]) => write.apply(response, [first(piece), ...rest] as never),
    end: (piece: unknown, ...rest: unknown[]) => end.apply(response, [first(piece), ...rest] as never),
  })
}
