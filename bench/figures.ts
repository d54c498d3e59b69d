/** How what was measured is said. */

/** The smallest value that this part of all values do not exceed. */
export const percentile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0
export const median = (values: number[]): number => percentile(values, 0.5)
export const count = (value: number): string => Math.round(value).toLocaleString('en')
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
/** Half of the values, and this part of them, do not exceed these. */
export const both = (values: number[], part: number): string => `${ms(median(values))}, ${ms(percentile(values, part))}`

/** A table in Markdown. */
export const table = (head: string[], lines: string[][]): string =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
