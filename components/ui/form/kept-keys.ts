/**
 * Keeps what is typed and pasted while the script of something that takes the focus is on its way, and hands it over once
 * that has the focus. Without it the letters would end where the focus was before, and replace what is selected there.
 */

export interface KeptKeys {
  /** Its script has come: what was typed goes to its field as soon as that has the focus. */
  handOver: () => void
  /** What was typed is forgotten. */
  stop: () => void
}

/** What has come takes the focus within so many frames, and its field within fewer after that, or not at all. */
const mostFrames = 60
const mostFramesInside = 6

/** Begins to keep keys. Escape, Tab and a press elsewhere forget them, and Escape calls `onEscape` as well. */
export function keepKeys(onEscape: () => void): KeptKeys {
  const origin = document.activeElement
  const listening = new AbortController()
  let kept = ''
  let frame = 0
  const stop = () => {
    listening.abort()
    cancelAnimationFrame(frame)
  }
  const take = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onKey = (event: KeyboardEvent) => {
    const { key } = event
    if (event.isComposing || !event.isTrusted) return
    if (key === 'Escape') {
      take(event)
      stop()
      onEscape()
    } else if (isLetter(event)) {
      take(event)
      kept += key
    } else if (key === 'Backspace') {
      take(event)
      kept = [...kept].slice(0, -1).join('')
    } else if (key === 'Tab') stop()
    else if (key === 'Enter' || key.startsWith('Arrow')) {
      // What they would choose is not there yet.
      take(event)
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    take(event)
    kept += (event.clipboardData?.getData('text/plain') ?? '').replace(/\s+/g, ' ').trim()
  }
  // Letters that no key tells of come from a screen's keyboard, or are put together from two.
  const onInput = (event: InputEvent) => {
    if (!event.isTrusted || !event.cancelable || event.inputType !== 'insertText') return
    take(event)
    kept += event.data ?? ''
  }
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('keydown', onKey, options)
  window.addEventListener('paste', onPaste, options)
  window.addEventListener('beforeinput', onInput, options)
  window.addEventListener('pointerdown', stop, options)

  const look = (left: number) => {
    const now = document.activeElement
    const hasCome = now !== origin && now !== document.body
    const taker = hasCome ? takerIn(now) : undefined
    if (!taker && left > 0 && !listening.signal.aborted) {
      frame = requestAnimationFrame(() => look(hasCome ? Math.min(left, mostFramesInside) - 1 : left - 1))
      return
    }
    stop()
    if (taker && kept) taker(kept)
  }
  return { handOver: () => look(mostFrames), stop }
}

/** A key that writes a letter. AltGr writes letters too, and reads as Ctrl+Alt. */
const isLetter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey))

const textTypes = ['text', 'search', 'url', 'tel', 'password']

/** Returns how what has the focus takes letters; undefined for what takes none. */
function takerIn(element: Element | null): ((text: string) => void) | undefined {
  if (element instanceof HTMLTextAreaElement) return (text) => writeIn(element, text)
  if (element instanceof HTMLInputElement && textTypes.includes(element.type)) return (text) => writeIn(element, text)
  if (!element?.closest('[role="menu"]')) return undefined
  return (text) => {
    for (const key of text)
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
}

/** Writes in a field as typing does: at its caret, within its length, and told to whoever listens. */
function writeIn(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd, value, maxLength } = field
  const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
  const room = maxLength < 0 ? text.length : Math.max(0, maxLength - value.length + to - from)
  const data = text.slice(0, room)
  field.setRangeText(data, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data }))
}
