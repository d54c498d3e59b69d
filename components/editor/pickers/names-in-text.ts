/** Finds names in a text. */

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Returns where a person's name stands in a text, as it is or in the genitive; -1 where it does not. */
export function placeOfName(text: string, name: string): number {
  const [said, wanted] = [text.normalize('NFC'), name.normalize('NFC').trim()]
  if (!wanted || !said.includes(wanted)) return -1
  return said.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?:s|’s)?(?![\\p{L}\\p{N}])`, 'u'))
}

/** Returns where a word stands in a text, whatever its case and with a short ending; -1 where it does not. */
export function placeOfWord(text: string, word: string): number {
  const [said, wanted] = [text.normalize('NFC').toLocaleLowerCase(), word.normalize('NFC').toLocaleLowerCase().trim()]
  if (!wanted || !said.includes(wanted)) return -1
  return said.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}\\p{L}{0,2}(?![\\p{L}\\p{N}])`, 'u'))
}
