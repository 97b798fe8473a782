import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CANVAS } from '../../src/convention';
import { SHIPPED_PROFILES } from '../../src/exchange';
import type { Server } from './arguments';

/** The two credentials of the run, as an admin would have filled them in. */
export interface DemoCredentials {
  readonly franceTravailApi: ICredentialDataDecryptedObject;
  readonly sharingConvention: ICredentialDataDecryptedObject;
}

/** What the demo says of the structure. */
const STRUCTURE = { structureLabel: 'PLIE', role: 'REFERENT' } as const;

/**
 * Credentials for a server. Its address was typed by the person who runs the command, so the built-in profile is given
 * that server's origins as its hosts; a credential of n8n never gets them that way.
 */
export function credentialsFor(server: Server, ledgerSecret: string): DemoCredentials {
  return {
    franceTravailApi: {
      profile: 'custom',
      customProfile: JSON.stringify(profileFor(server)),
      apiBaseUrl: server.url,
      tokenUrl: server.tokenUrl,
      clientId: server.clientId,
      clientSecret: server.clientSecret,
      structureCode: server.structureCode,
      ...STRUCTURE,
      agentName: '',
      agentFirstName: '',
      agentId: '',
      ledgerSecret,
    },
    sharingConvention: { source: 'json', convention: JSON.stringify(demoConvention()) },
  };
}

/** A demonstration keeps no ledger but for a while: what a server holds from an earlier one is no reason to stop. */
function profileFor({ url, tokenUrl }: Server): object {
  const profile = SHIPPED_PROFILES['interface-commune'];
  const { listing: _listing, ...capabilities } = profile.capabilities;
  return {
    ...profile,
    capabilities,
    environments: [
      {
        id: 'given',
        label: { fr: 'Serveur indiqué', en: 'Given server' },
        loopback: true,
        api: { origins: [new URL(url).origin], base: '' },
        token: { origins: [new URL(tokenUrl).origin] },
      },
    ],
  };
}

interface CanvasLine {
  readonly operation: string;
  readonly direction: string;
  readonly fields: readonly string[];
}

/** The proposed canvas, and for the look-up also the NIR with the birth date: the people of a demonstration are invented. */
export function demoConvention(): object {
  const canvas = CANVAS as { readonly flows: readonly CanvasLine[] };
  const withNir = (line: CanvasLine): CanvasLine =>
    line.operation === 'lookUp' && line.direction === 'give'
      ? { ...line, fields: ['franceTravailNumber', 'nir', 'birthDate'] }
      : line;
  return { ...canvas, id: 'demonstration', title: 'Convention de démonstration', flows: canvas.flows.map(withNir) };
}
