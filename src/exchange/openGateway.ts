import { Caller } from './caller';
import type { Access, Answer, Gateway } from './gateway';
import { declare, fieldsOfDeclaration, prepareDeclaration } from './operations/declare';
import { declareLot } from './operations/declareLot';
import { listAccompaniments } from './operations/listAccompaniments';
import { lookUp } from './operations/lookUp';
import { readBack } from './operations/readBack';
import { acknowledgeReferrals, answerReferral, listReferrals } from './operations/referrals';
import { readAccompaniments, readRegistration } from './operations/situation';
import type { Counter } from './operations/counter';
import { PersonTokens } from './personTokens';
import { callerHeaders } from './request';
import { systemWire, type Wire } from './wire';

/**
 * Opens France Travail for one execution. Nothing is sent yet. Sockets, access tokens and pace are shared with every
 * other gateway of the same credential in this process; person tokens are not. Closures, not fields: a gateway that is
 * printed shows no secret.
 */
export function openGateway(access: Access, wire: Wire): Gateway {
  const caller = new Caller(access, wire);
  const { lifetimeSeconds, expiryHint } = access.profile.capabilities.personToken ?? {
    lifetimeSeconds: 0,
    expiryHint: undefined,
  };
  const counter: Counter = {
    access,
    caller,
    persons: new PersonTokens(lifetimeSeconds, expiryHint),
    clock: wire.clock,
  };
  return {
    profile: access.profile,
    host: new URL(access.apiBaseUrl).host,
    authenticate: () => authenticate(caller),
    lookUp: (identifier) => lookUp(counter, identifier),
    prepareDeclaration: (declaration) => prepareDeclaration(counter, declaration),
    fieldsOf: (operation) => fieldsOfDeclaration(counter, operation),
    declare: (prepared, idempotencyKey, person) => declare(counter, prepared, idempotencyKey, person),
    declareLot: (lot) => declareLot(counter, lot),
    readBack: (reference, compareWith) => readBack(counter, reference, compareWith),
    listAccompaniments: (cursor) => listAccompaniments(counter, cursor),
    readAccompaniments: (person) => readAccompaniments(counter, person),
    readRegistration: (person) => readRegistration(counter, person),
    listReferrals: (cursor) => listReferrals(counter, cursor),
    acknowledgeReferrals: (receipts) => acknowledgeReferrals(counter, receipts),
    answerReferral: (answer, idempotencyKey, person) => answerReferral(counter, answer, idempotencyKey, person),
  };
}

async function authenticate(caller: Caller): Promise<Answer<undefined>> {
  const token = await caller.token();
  return token.ok ? { kind: 'ok', value: undefined } : { kind: 'failed', outcome: token.outcome };
}

/** Fetches a token, and says in one outcome why there is none: the credential's test. */
export async function testAccess(access: Access, wire: Wire = systemWire()): Promise<Answer<undefined>> {
  return await authenticate(new Caller(access, wire));
}

/**
 * The headers of a request that somebody else makes with this access: n8n's HTTP Request node. The caller sees to it that
 * they go nowhere but to `access.apiBaseUrl`.
 */
export async function headersFor(
  access: Access,
  wire: Wire = systemWire(),
): Promise<Answer<Readonly<Record<string, string>>>> {
  const token = await new Caller(access, wire).token();
  if (!token.ok) return { kind: 'failed', outcome: token.outcome };
  return { kind: 'ok', value: callerHeaders(access, token.token) };
}
