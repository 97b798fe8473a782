/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The end-to-end part needs a real n8n and a browser; `.ci/run` and `npm run test:e2e` call it by itself.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.work/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
};
