import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,components,db,lib,server}/**/*.test.ts', '*.test.ts'],
    setupFiles: ['db/testing/database.ts'],
    pool: 'forks',
  },
})
