/** Tells at the end of a run what took longest: of the unit tests which files, of the browser tests which tests and files. */
import { basename } from 'node:path'
import type { Reporter as BrowserReporter, TestCase, TestResult } from '@playwright/test/reporter'
import type { Reporter as UnitReporter } from 'vitest/node'

/** How many milliseconds something took, by its name. */
export type Durations = Map<string, number>

/** A line for each duration, in seconds. */
export const durationLines = (durations: Iterable<[string, number]>): string =>
  [...durations].map(([name, ms]) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${name}\n`).join('')

function tellSlowest(what: string, durations: Durations) {
  if (durations.size === 0) return
  const slowest = [...durations].sort(([, one], [, other]) => other - one).slice(0, 10)
  process.stdout.write(`\nThe slowest ${what}:\n${durationLines(slowest)}`)
}

export const slowestUnitTests: UnitReporter = {
  onTestRunEnd(files) {
    const took = files.map((file) => [file.relativeModuleId, file.diagnostic()] as const)
    tellSlowest(
      'files of unit tests',
      new Map(took.map(([name, { collectDuration, duration }]) => [name, collectDuration + duration])),
    )
  },
}

export default class SlowestBrowserTests implements BrowserReporter {
  private readonly tests: Durations = new Map()
  private readonly files: Durations = new Map()

  printsToStdio = () => false

  onTestEnd({ title, location }: TestCase, { duration }: TestResult) {
    const file = basename(location.file)
    this.tests.set(`${file}: ${title}`, duration)
    this.files.set(file, (this.files.get(file) ?? 0) + duration)
  }

  onEnd() {
    tellSlowest('browser tests', this.tests)
    tellSlowest('files of browser tests, their tests one after another', this.files)
  }
}
