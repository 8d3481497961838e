import nextJest from 'next/jest.js';

const withNext = nextJest({ dir: import.meta.dirname ?? process.cwd() });

const LOG_RULE = '<rootDir>/__tests__/support/setup-log.ts';

const shared = {
  clearMocks: true,
  restoreMocks: true,
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    // Next resolves this marker to nothing on the server; elsewhere importing it throws.
    '^server-only$': '<rootDir>/__tests__/support/empty.ts',
  },
};

const projects = [
  {
    displayName: 'unit',
    testEnvironment: 'node',
    testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts'],
    setupFilesAfterEnv: [LOG_RULE],
  },
  {
    displayName: 'components',
    testEnvironment: 'jsdom',
    testMatch: ['<rootDir>/__tests__/components/**/*.test.tsx'],
    setupFilesAfterEnv: ['@testing-library/jest-dom', LOG_RULE],
  },
  {
    displayName: 'integration',
    testEnvironment: '<rootDir>/__tests__/support/database-environment.ts',
    testMatch: ['<rootDir>/__tests__/integration/**/*.test.ts'],
    globalSetup: '<rootDir>/__tests__/support/start-database.mjs',
    globalTeardown: '<rootDir>/__tests__/support/stop-database.mjs',
    setupFilesAfterEnv: [LOG_RULE, '<rootDir>/__tests__/support/setup-integration.ts'],
  },
];

export default async function createConfig() {
  return {
    testTimeout: 30_000,
    projects: await Promise.all(projects.map((project) => withNext({ ...shared, ...project })())),
  };
}
