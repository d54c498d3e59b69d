/** Goes to a field of the page: focuses it and scrolls it into view. */

export function reveal(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}

/**
 * Goes to an element once it is there: a tab that has just been opened is rendered a moment later, and its script may have to load
 * first.
 */
export function whenThere(selector: string, patience = 300): void {
  const field = document.querySelector<HTMLElement>(selector)
  reveal(field)
  if (patience > 0 && !field?.matches(':focus')) setTimeout(() => whenThere(selector, patience - 1), 30)
}
