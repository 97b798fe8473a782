import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';
import boundaries from './scripts/lint/boundaries.cjs';

export default [
  { ignores: ['node_modules/**', 'dist/**', '.work/**', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  ...configWithoutCloudSupport,
  ...boundaries,
  {
    // n8n verifies no package that has dependencies; this one is for self-hosted n8n, where its installer fetches them.
    files: ['package.json'],
    rules: { '@n8n/community-nodes/no-runtime-dependencies': 'off' },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'import-x/no-cycle': 'error',
      'import-x/no-named-as-default': 'off',
      'import-x/no-named-as-default-member': 'off',
      'max-depth': ['warn', 3],
    },
  },
  {
    // Errors become n8n's at its border, in nodes/; the rooms and their tests know no n8n.
    files: ['src/**/*.ts', 'test/**/*.ts', 'sandbox/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
  },
  {
    // Commands speak on the terminal; that is what they are for.
    files: ['scripts/**/*.ts', 'sandbox/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off', '@n8n/community-nodes/require-node-api-error': 'off' },
  },
];
