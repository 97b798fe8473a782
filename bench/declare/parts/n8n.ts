import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInstance, terminalReport, type EditorApi, type Instance } from '../../../scripts/instance';
import { gatewayTo, ROOT } from '../desk';

/** Calls a second of n8n's HTTP Request node in the real n8n server, warm, with the credential of this pack. */
export async function n8nRate(count: number, ftNumber: string): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'bench-n8n-'));
  const tls = ['--tls-cert', String(process.env['BENCH_CERT']), '--tls-key', String(process.env['BENCH_KEY'])];
  const calm = ['--quota', 'off', '--latency', '0', '--read-lag', '0', '--referral-every', '0', ...tls];
  const instance = await startInstance(
    { root: ROOT, report: terminalReport(), locale: 'en', data, n8nPort: 0, sandboxPort: 0, sandboxOptions: calm },
    new AbortController().signal,
  );
  try {
    const token = await personTokenOf(instance, ftNumber);
    const url = await publish(instance, token);
    await timed(url, 100);
    await timed(url, 100);
    // What the webhook and the items cost by themselves is not counted against the node.
    const base = await timed(url, 1);
    return (count - 1) / ((await timed(url, count)) - base);
  } finally {
    await instance.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function timed(url: string, count: number): Promise<number> {
  const started = performance.now();
  const from = Math.trunc(Date.now() % 1e9);
  const response = await fetch(`${url}?count=${count}&from=${from}`);
  const text = await response.text();
  const done = /"done":\s*(\d+)/.exec(text)?.[1];
  if (Number(done) !== count) throw new Error(`n8n answered ${response.status} ${text.slice(0, 80)}`);
  return (performance.now() - started) / 1000;
}

/** The token as it goes over the wire: read from the sandbox's own answer, as somebody at the node would. */
async function personTokenOf({ sandbox }: Instance, numeroFranceTravail: string): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: sandbox.clientId,
    client_secret: 'bac-a-sable-seulement',
    scope: gatewayTo(sandbox).profile.token.scopes.join(' '),
  });
  const grant = (await (await fetch(sandbox.tokenUrl, { method: 'POST', body: form })).json()) as {
    access_token: string;
  };
  const answer = await fetch(`${sandbox.apiBase}/rechercher-usager/v2/usagers/par-numero-francetravail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${grant.access_token}`, 'content-type': 'application/json', ...AGENT },
    body: JSON.stringify({ numeroFranceTravail }),
  });
  return ((await answer.json()) as { jetonUsager: string }).jetonUsager;
}

const AGENT = { 'pa-nom-agent': 'PLIE-N8N', 'pa-prenom-agent': 'PLIE-N8N', 'pa-identifiant-agent': 'BATCH' };

/** Webhook → items → HTTP Request → how many came back. */
async function publish({ api, n8n, sandbox, credentials }: Instance, token: string): Promise<string> {
  const path = 'bench-declare';
  const id = credentials['franceTravailApi'] ?? '';
  const body =
    "={{ JSON.stringify({ structure: { code: 'PLI5901' }, statut: 'OUVERT', roleStructure: 'PARTENAIRE', dateDebut: '2026-02-03', version: 1 }) }}";
  const node = (
    name: string,
    type: string,
    typeVersion: number,
    parameters: Record<string, unknown>,
    more: object = {},
  ) => {
    return { id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters, ...more };
  };
  const code = (jsCode: string) => ({ mode: 'runOnceForAllItems', jsCode });
  const items = `const { count, from } = $input.first().json.query;
return Array.from({ length: Number(count) }, (_, n) => ({ json: { reference: 'N-' + from + '-' + n + '.1' } }));`;
  const workflow = {
    name: path,
    nodes: [
      node('Hook', 'webhook', 2, { path, responseMode: 'lastNode', options: {} }, { webhookId: path }),
      node('Items', 'code', 2, code(items)),
      node(
        'Call',
        'httpRequest',
        4.2,
        {
          method: 'PUT',
          url: `=${sandbox.apiBase}/interface-commune/v1/accompagnements/{{ $json.reference }}`,
          authentication: 'predefinedCredentialType',
          nodeCredentialType: 'franceTravailApi',
          sendHeaders: true,
          headerParameters: {
            parameters: [
              { name: 'ft-jeton-usager', value: token },
              { name: 'Idempotency-Key', value: '=cle-{{ $json.reference }}-bench' },
            ],
          },
          sendBody: true,
          specifyBody: 'json',
          jsonBody: body,
          options: {},
        },
        { credentials: { franceTravailApi: { id, name: 'access' } } },
      ),
      node(
        'Count',
        'code',
        2,
        code("return [{ json: { done: $input.all().filter(({ json }) => json.codeSortie === 'S000').length } }];"),
      ),
    ],
    connections: {
      Hook: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
      Items: { main: [[{ node: 'Call', type: 'main', index: 0 }]] },
      Call: { main: [[{ node: 'Count', type: 'main', index: 0 }]] },
    },
    settings: { executionOrder: 'v1' },
  };
  const workflowId = await api.createWorkflow(workflow);
  await activate(api, workflowId);
  return `${n8n.url}/webhook/${path}`;
}

async function activate(api: EditorApi, id: string): Promise<void> {
  const workflow = (await api.readWorkflow(id)) as unknown as { versionId: string };
  const headers = { 'content-type': 'application/json', 'browser-id': api.browserId, cookie: api.cookie };
  const body = JSON.stringify({ versionId: workflow.versionId });
  const response = await fetch(`${api.url}/rest/workflows/${id}/activate`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`activate: ${response.status} ${(await response.text()).slice(0, 100)}`);
}
