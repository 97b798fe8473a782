import { declareAll } from '../../../src/delivery';
import { deskOf, gatewayTo, linesOf, withLedger, type Measure } from '../desk';
import { startScripted } from './scripted';

/** The form, and how many milliseconds it asks for; `null`: no second call in this run. */
const FORMS: readonly (readonly [string, () => string | undefined, number | null])[] = [
  ['seconds', () => '1', 1_000],
  ['seconds with a fraction', () => '1.5', 1_500],
  ['a date', () => new Date(Date.now() + 3_000).toUTCString(), 2_000],
  ['0', () => '0', 0],
  ['negative', () => '-5', 0],
  ['1e9', () => '1e9', null],
  ['missing', () => undefined, 0],
  ['nonsense', () => 'bientôt'.replace('ô', 'o'), 0],
  ['a past date', () => new Date(0).toUTCString(), 0],
  ['beyond the profile’s patience', () => '600', null],
];

/** Every form of `Retry-After`, with 429 and with 503: the gap until the next call, as the server saw it. */
export async function measureRetryAfter(): Promise<Measure[]> {
  const early: string[] = [];
  let calls = 0;
  for (const status of [429, 503]) {
    for (const [form, header, asked] of FORMS) {
      const at: number[] = [];
      const server = await startScripted(() => {
        at.push(Date.now());
        const retryAfter = header();
        if (at.length > 1) return { status: 201, json: { codeSortie: 'S000' } };
        return { status, json: {}, ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }) };
      });
      try {
        await withLedger((ledger) => declareAll(linesOf(1), deskOf(gatewayTo(server), ledger)));
      } finally {
        await server.stop();
      }
      calls += at.length;
      const gap = (at[1] ?? Number.POSITIVE_INFINITY) - at[0]!;
      const tooEarly = asked === null ? at.length > 1 : gap < asked || at.length < 2;
      if (tooEarly) early.push(`${status} ${form}: ${gap} ms`);
    }
  }
  return [
    {
      measure: `Retry-After in ${FORMS.length} forms, with 429 and with 503 (${calls} calls)`,
      found: early.length === 0 ? 'no call earlier than asked' : early.join(' · '),
      target: 'no call earlier than asked, in all its forms',
      reached: early.length === 0,
    },
  ];
}
