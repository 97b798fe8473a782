import { delimiter, dirname } from 'node:path';

import type { Locale } from '../../src/wording';
import { editorScript } from './editorFrench';
import type { N8nProgram } from './n8nProgram';
import type { Place } from './place';

/** Settings of another n8n on this machine (a database, a queue) must not reach ours. */
const OF_ANOTHER_N8N =
  /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|CREDENTIALS|NODES|GENERIC|WORKFLOWS|EXTERNAL|VUE_APP|OFFLOAD)_|^npm_|^NODE_(OPTIONS|PATH|ENV)$/;

/**
 * Parts of n8n that a PLIE's first steps do without. Most of them ask n8n's own servers for something at the start; all of
 * them put buttons where the person looks for hers.
 */
const MODULES_OFF = [
  'agents',
  'agent-evals',
  'breaking-changes',
  'chat-hub',
  'dynamic-credentials',
  'external-secrets',
  'insights',
  'instance-ai',
  'instance-version-history',
  'ldap',
  'log-streaming',
  'mcp',
  'mcp-registry',
  'n8n-packages',
  'oauth-server',
  'otel',
  'provisioning',
  'quick-connect',
  'source-control',
  'sso-oidc',
  'sso-saml',
  'token-exchange',
  'workflow-builder',
  'workflow-reviews',
];

export interface N8nSettings {
  readonly place: Place;
  readonly program: N8nProgram;
  readonly port: number;
  /** n8n's own port for the process that runs Code nodes. */
  readonly brokerPort: number;
  readonly locale: Locale;
}

/** The environment of an n8n for one person on this machine: loopback only, nothing sent elsewhere, nothing saved of a run. */
export function n8nEnvironment({ place, program, port, brokerPort, locale }: N8nSettings): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_ANOTHER_N8N.test(name)));
  const direct = [inherited['NO_PROXY'] ?? inherited['no_proxy'], '127.0.0.1', 'localhost'].filter(Boolean).join(',');
  return {
    ...inherited,
    // The process for Code nodes is started as `node`: ours, not the system's.
    PATH: `${dirname(process.execPath)}${delimiter}${inherited['PATH'] ?? ''}`,
    NODE_ENV: 'production',
    NO_PROXY: direct,
    no_proxy: direct,
    N8N_USER_FOLDER: place.data,
    N8N_HOST: '127.0.0.1',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_PROTOCOL: 'http',
    N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
    N8N_SECURE_COOKIE: 'false',
    N8N_DEFAULT_LOCALE: locale,
    ...(locale === 'fr' ? { EXTERNAL_FRONTEND_HOOKS_URLS: editorScript() } : {}),
    GENERIC_TIMEZONE: 'Europe/Paris',
    TZ: 'Europe/Paris',
    N8N_RESTRICT_FILE_ACCESS_TO: place.files,
    N8N_BLOCK_FILE_ACCESS_TO_N8N_FILES: 'true',
    N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_PYTHON_ENABLED: 'false',
    N8N_EXPRESSION_ENGINE: program.expressionEngine,
    N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
    N8N_DISABLED_MODULES: MODULES_OFF.join(','),
    N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_HIDE_USAGE_PAGE: 'true',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_AI_GATEWAY_ENABLED: 'false',
    EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
    EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
    EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'false',
    EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'false',
  };
}
