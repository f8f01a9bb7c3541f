import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests that start the command line or load a large base take seconds on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
