import { createHash } from 'node:crypto';
import { CANVAS, parseConvention } from '../../src/convention';
import type { Problem } from '../../src/fields';
import { translate } from '../../src/wording';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const small = {
  id: 'c',
  version: '1',
  title: 'Essai',
  flows: [{ operation: 'open', direction: 'give', fields: ['id'] }],
};

function problemsOf(input: unknown): readonly Problem[] {
  const parsed = parseConvention(input, sha256);
  if (parsed.ok) throw new Error('the convention was taken');
  return parsed.problems;
}

function taken(input: unknown) {
  const parsed = parseConvention(input, sha256);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.convention;
}

describe('reading a convention', () => {
  it('takes the proposed canvas, which lets no NIR, no birth date and no free text out', () => {
    const canvas = taken(CANVAS);
    const given = canvas.flows.filter((flow) => flow.direction === 'give').flatMap((flow) => flow.fields);
    expect(canvas.title).toBe('Canevas proposé');
    for (const field of [
      'nir',
      'birthDate',
      'birthName',
      'comment',
      'stage',
      'suspensionReason',
      'occupation',
    ] as const) {
      expect(given).not.toContain(field);
    }
    expect(canvas.flows.flatMap((flow) => flow.fields)).not.toContain('nir');
  });

  it('gives one sha-256 to one convention, however its JSON is written', () => {
    const shuffled = `{"flows":[{"fields":["id"],"direction":"give","operation":"open"}],\n "title":"Essai","version":"1","id":"c"}`;
    expect(taken(shuffled).sha256).toBe(taken(small).sha256);
    expect(taken({ ...small, version: '2' }).sha256).not.toBe(taken(small).sha256);
  });

  const flow = (change: object) => ({ ...small, flows: [{ ...small.flows[0], ...change }] });
  it.each<[string, unknown, string, string | undefined]>([
    ['nothing at all', '   ', 'convention.empty', undefined],
    ['half a file', '{"id":"c","version', 'convention.notJson', undefined],
    ['a list', '[]', 'convention.wrongType', 'JSON'],
    ['null', null, 'convention.wrongType', 'JSON'],
    ['a title that is missing', { ...small, title: undefined }, 'convention.missing', 'title'],
    ['an id with blanks', { ...small, id: 'a b' }, 'convention.wrongValue', 'id'],
    ['no line', { ...small, flows: [] }, 'convention.emptyPart', 'flows'],
    ['a key of its own', { ...small, mode: 'hash' }, 'convention.unknownKey', 'mode'],
    ['a key in a line', flow({ field: ['id'] }), 'convention.unknownKey', 'flows[0].field'],
    ['an operation nobody knows', flow({ operation: 'delete' }), 'convention.unknownOperation', 'flows[0].operation'],
    ['a direction nobody knows', flow({ direction: 'both' }), 'convention.unknownDirection', 'flows[0].direction'],
    ['a field nobody knows', flow({ fields: ['id', 'nirr'] }), 'convention.unknownField', 'flows[0].fields[1]'],
    ['a line without fields', flow({ fields: undefined }), 'convention.missing', 'flows[0].fields'],
    ['fields as text', flow({ fields: 'id' }), 'convention.wrongType', 'flows[0].fields'],
    ['the NIR in a declaration', flow({ fields: ['nir'] }), 'convention.nirElsewhere', 'flows[0].fields[0]'],
    [
      'the NIR received',
      flow({ operation: 'lookUp', direction: 'receive', fields: ['nir', 'birthDate'] }),
      'convention.nirElsewhere',
      'flows[0].fields[0]',
    ],
    [
      'the NIR without the birth date',
      flow({ operation: 'lookUp', fields: ['nir'] }),
      'convention.nirAlone',
      'flows[0].fields[0]',
    ],
    ['one line twice', { ...small, flows: [...small.flows, ...small.flows] }, 'convention.repeatedFlow', 'flows[1]'],
    ['a day that does not exist', { ...small, validFrom: '2026-02-30' }, 'convention.badDate', 'validFrom'],
    [
      'an end before its start',
      { ...small, validFrom: '2026-02-01', validTo: '2026-01-01' },
      'convention.endsBeforeStart',
      'validTo',
    ],
    ['a prototype', '{"__proto__":{"id":"c"},"version":"1","title":"t","flows":[]}', 'convention.missing', 'id'],
  ])('refuses %s, with its place', (_what, input, code, path) => {
    const found = problemsOf(input);
    expect(found.map((problem) => [problem.code, problem.params?.['path']])).toContainEqual([code, path]);
    for (const problem of found) {
      for (const locale of ['fr', 'en'] as const) {
        expect(translate(locale, problem.code, problem.params)).not.toMatch(/^convention\.|\{\w+\}/);
      }
    }
  });

  it('says every wrong line, not only the first', () => {
    const flows = ['delete', 'erase'].map((operation) => ({ operation, direction: 'give', fields: ['id'] }));
    expect(problemsOf({ ...small, flows })).toHaveLength(2);
  });

  it('never repeats a pasted text that is not JSON', () => {
    expect(JSON.stringify(problemsOf('clé secrète 1 84 12 59 999 123 17'))).not.toContain('secrète');
  });
});
