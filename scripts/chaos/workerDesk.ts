import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { prepareDeclaration } from '../../src/accompaniment';
import { parseConvention, type Convention } from '../../src/convention';
import type { DeclarationDesk } from '../../src/delivery';
import { checkAccess, openGateway, systemWire, type Gateway, type Profile } from '../../src/exchange';
import type { Ledger } from '../../src/ledger';
import { demoConvention } from '../demo/target';
import { marked, type Tell } from './marks';
import type { KeyLine, ProfileChange, Server, WorkerOrder } from './orders';

/** A desk as a node would furnish it, every call of which is told. */
export function deskOf(order: WorkerOrder, ledger: Ledger, tell: Tell): DeclarationDesk {
  const wire = systemWire();
  return {
    gateway: marked(gatewayTo(order.server, order.profile), tell),
    ledger: marked(keepingKeys(ledger, order.keysFile), tell),
    convention: convention(),
    clock: wire.clock,
    sleep: marked({ sleep: wire.sleep }, tell).sleep,
    uuid: randomUUID,
    structure: { structureCode: order.server.structureCode, role: 'REFERENT' },
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()),
    prepare: prepareDeclaration,
  };
}

/** The gateway of a worker. @throws when the access is not complete */
export function gatewayTo(
  { url, tokenUrl, clientId, clientSecret, structureCode }: Server,
  change: ProfileChange,
): Gateway {
  const checked = checkAccess(
    { apiBaseUrl: url, tokenUrl, clientId, clientSecret, structureCode },
    { trustedOrigins: [new URL(url).origin, new URL(tokenUrl).origin] },
  );
  if (!checked.ok) throw new Error(checked.problems.map(({ code }) => code).join(', '));
  return openGateway({ ...checked.access, profile: changed(checked.access.profile, change) }, systemWire());
}

function changed(profile: Profile, { keys, lots, limits, readBack }: ProfileChange): Profile {
  const {
    idempotencyKey,
    lots: lotSize,
    readBack: asShipped,
    listing: _begunElsewhere,
    ...others
  } = profile.capabilities;
  const { declare } = profile.operations;
  return {
    ...profile,
    limits: { ...profile.limits, ...limits },
    capabilities: {
      ...others,
      ...(keys && idempotencyKey ? { idempotencyKey } : {}),
      ...(lots && lotSize ? { lots: lotSize } : {}),
      ...(asShipped ? { readBack: { ...asShipped, ...readBack } } : {}),
    },
    operations: {
      ...profile.operations,
      ...(keys || !declare ? {} : { declare: { ...declare, repeat: 'never' } }),
    },
  };
}

function convention(): Convention {
  const parsed = parseConvention(demoConvention(), (text) => createHash('sha256').update(text).digest('hex'));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(', '));
  return parsed.convention;
}

/** Before an intent is on disk: a key that nobody can name would leave the harness without words. */
function keepingKeys(ledger: Ledger, file: string): Ledger {
  return new Proxy(ledger, {
    get: (_, name) => {
      const value: unknown = Reflect.get(ledger, name, ledger);
      if (typeof value !== 'function') return value;
      if (name !== 'record') return value.bind(ledger) as unknown;
      return (...args: Parameters<Ledger['record']>) => {
        const lines = args[0].map(({ idempotencyKey, reference, version }) =>
          JSON.stringify({ key: idempotencyKey, reference, version } satisfies KeyLine),
        );
        // Whoever was killed before may have left half a line.
        appendFileSync(file, `\n${lines.join('\n')}\n`);
        return ledger.record(...args);
      };
    },
  });
}
