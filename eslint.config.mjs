import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';
import boundaries from './scripts/lint/boundaries.mjs';

export default [
  { ignores: ['node_modules/**', 'dist/**', '.work/**', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  ...configWithoutCloudSupport,
  ...boundaries,
];
