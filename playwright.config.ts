import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** A Chromium the system has, else the one Playwright has downloaded. One that has no windows at all is twice as quick. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync)

export default defineConfig({
  testDir: 'e2e',
  // What is true of PostgreSQL alone is tested on it alone.
  testIgnore: process.env.TEST_DATABASE_URL ? [] : 'postgres/**',
  globalSetup: './e2e/support/template.ts',
  fullyParallel: true,
  // A third fills the time in which the others wait for a page or a moment.
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./testing/slowest.ts']],
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    // A trace of each test doubles the time of them all: `--trace on` writes one where it is wanted.
    trace: 'off',
    // Emptied after each test: a new one would compile the editor's script anew.
    reuseContext: true,
    // A tenth of the time was spent on drawing what moves.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: installed,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
