/** Says in words how a picture was made. */
import { isPlainCapture } from '../images/digital-source-type.ts'
import type { Language } from '../locale.ts'
import { messagesIn } from '../messages.ts'

/** Returns the words for a type: “Made with generative AI”. Empty where nothing is said. */
export function sourceTypeName(type: string, language: Language): string {
  const names: Record<string, string> = messagesIn(language)['digital-source-types']
  return names[type] ?? ''
}

/** Returns the words that readers get with a picture. That it is a photograph they see for themselves. */
export const sourceTypeLabel = (type: string, language: Language): string =>
  isPlainCapture(type) ? '' : sourceTypeName(type, language)

/** Returns who made a picture and how, for places without styles. */
export function saidOf(
  { credit, digitalSourceType }: { credit: string; digitalSourceType: string },
  language: Language,
): string {
  return [credit, sourceTypeLabel(digitalSourceType, language)].filter(Boolean).join('. ')
}
