/** Writes raised and lowered words with the letters that Unicode has for them. */

const raised: ReadonlyMap<string, string> = pairs('0123456789+-−=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ')
const lowered: ReadonlyMap<string, string> = pairs(
  '0123456789+-−=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
)

function pairs(plain: string, written: string): Map<string, string> {
  const letters = [...written]
  return new Map([...plain].map((letter, index) => [letter, letters[index] ?? letter]))
}

/** Returns words as raised or lowered letters, or undefined where one of them has no such letter. */
export function scriptLetters(text: string, script: 'super' | 'sub'): string | undefined {
  const letters = script === 'super' ? raised : lowered
  const written = [...text].map((letter) => (/\s/.test(letter) ? letter : letters.get(letter)))
  return written.includes(undefined) ? undefined : written.join('')
}
