import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,components,db,lib}/**/*.test.ts', '*.test.ts'],
    setupFiles: ['db/test-database.ts'],
    pool: 'forks',
  },
})
