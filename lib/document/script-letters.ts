/** Writes superscript and subscript where there is only plain text: with the letters that Unicode has for them. */

export type Script = 'superscript' | 'subscript'

const letters: Record<Script, ReadonlyMap<string, string>> = {
  superscript: pairs('0123456789+-−–=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁱⁿ'),
  subscript: pairs('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
}

function pairs(plain: string, written: string): Map<string, string> {
  const signs = [...written]
  return new Map([...plain].map((letter, index) => [letter, signs[index] ?? letter]))
}

/**
 * Returns words as superscript or subscript letters. Where one of them has no such letter they stay as they are; digits
 * raised together with such a letter are written `10^(2x)`, since `102x` is another number.
 */
export function scriptLetters(text: string, script: Script): string {
  const written = [...text].map((letter) => (/\s/.test(letter) ? letter : letters[script].get(letter)))
  if (!written.includes(undefined)) return written.join('')
  return script === 'superscript' && /^\d/.test(text) ? `^(${text})` : text
}
