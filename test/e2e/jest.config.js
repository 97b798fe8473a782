const base = require('../../jest.config.js');

/** The end-to-end part: a real n8n, the packed tarball, a browser. `npm run test:e2e` and `.ci/run` call it. */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
