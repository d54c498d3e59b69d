'use client'
/** A text area that is as high as its content. */
import { type ClipboardEvent, type ComponentProps, type FormEvent, type Ref, useLayoutEffect, useRef } from 'react'
import { typedSign } from '#lib/document/typed-signs.ts'
import type { Language } from '#lib/locale.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { pastedWords } from './pasted-blocks.ts'

interface Props extends ComponentProps<'textarea'> {
  ref?: Ref<HTMLTextAreaElement>
  value: string
}

export function GrowingText({ ref, onPaste, ...props }: Props) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    // Browsers that grow fields by themselves need no measuring.
    if (!own.current || CSS.supports('field-sizing', 'content')) return
    own.current.style.blockSize = 'auto'
    own.current.style.blockSize = `${own.current.scrollHeight}px`
  })
  const { language } = usePickers()
  return (
    <textarea
      rows={1}
      {...props}
      onInput={(event) => setTypedSign(event, language)}
      onPaste={(event) => {
        onPaste?.(event)
        if (!event.defaultPrevented) pasteWords(event)
      }}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
    />
  )
}

/** Pastes what the clipboard says, where its plain words say something else. */
function pasteWords(event: ClipboardEvent<HTMLTextAreaElement>) {
  const words = pastedWords(event.clipboardData)
  if (words === undefined) return
  event.preventDefault()
  document.execCommand('insertText', false, words)
}

/** Sets a quotation mark or an ellipsis as the language has it, in a step of its own: undoing gives back what was typed. */
function setTypedSign({ currentTarget: field, nativeEvent }: FormEvent<HTMLTextAreaElement>, language: Language) {
  const { inputType, isComposing } = nativeEvent as InputEvent
  const at = field.selectionStart
  const found = inputType === 'insertText' && !isComposing && typedSign(field.value.slice(0, at), language)
  if (!found) return
  // Not while the browser is still telling of the letter: this is told of as well.
  queueMicrotask(() => {
    field.setSelectionRange(at - found.drop, at)
    document.execCommand('insertText', false, found.sign)
  })
}
