import { defineConfig } from 'vitest/config'
import { slowestUnitTests } from './testing/slowest.ts'

export default defineConfig({
  test: {
    // A worker keeps what it has loaded for its next file: loading took longer than testing.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    // Enough on a busy machine. Nothing here is a promise about speed.
    testTimeout: 120_000,
    // The database is made in the data directory.
    sequence: { setupFiles: 'list' },
    hookTimeout: 120_000,
    reporters: ['default', slowestUnitTests],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{components,lib,server}/**/*.test.ts'],
          setupFiles: ['testing/data-directory.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'newsroom',
          include: ['{app,db}/**/*.test.ts', '*.test.ts'],
          // What is true of SQLite alone is tested on it alone.
          exclude: process.env.TEST_DATABASE_URL ? ['db/sqlite/**'] : [],
          setupFiles: ['testing/data-directory.ts', 'db/testing/database.ts'],
        },
      },
      {
        // What is otherwise where the library's files lie in a store: these tests once more, on one that speaks the S3 protocol.
        extends: true,
        test: {
          name: 's3',
          include: [
            'app/**/{offered-files,send-file}.test.ts',
            'db/media/{documents,stored-files}.test.ts',
            'db/trash/empty.test.ts',
            'lib/drawing/drawings.test.ts',
          ],
          setupFiles: ['testing/data-directory.ts', 'testing/s3-store.ts', 'db/testing/database.ts'],
        },
      },
    ],
  },
})
