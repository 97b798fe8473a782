import fc from 'fast-check';
import {
  allows,
  CONVENTION_OPERATIONS,
  cut,
  identifiersAllowed,
  validOn,
  type Convention,
  type Flow,
} from '../../src/convention';
import { isPivotField, PIVOT_FIELD_IDS, type PivotField, type PivotRecord } from '../../src/fields';
import { translate } from '../../src/wording';

const convention = (flows: readonly Flow[], more: Partial<Convention> = {}): Convention => ({
  id: 'c',
  version: '1',
  title: 'PLIE de Lille – France Travail',
  sha256: '0',
  flows,
  ...more,
});

const operation = fc.constantFrom(...CONVENTION_OPERATIONS);
const direction = fc.constantFrom('give' as const, 'receive' as const);
const fields = fc.uniqueArray(fc.constantFrom(...PIVOT_FIELD_IDS));
const flow = fc.record({ operation, direction, fields });
const flows = fc.uniqueArray(flow, { selector: (line) => `${line.operation} ${line.direction}` });
const record = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIVOT_FIELD_IDS) }, { weight: 1, arbitrary: fc.string() }),
  fc.oneof({ weight: 9, arbitrary: fc.string({ minLength: 1 }) }, { weight: 1, arbitrary: fc.constant('') }),
) as fc.Arbitrary<PivotRecord>;

describe('the border', () => {
  it('lets nothing pass that is not listed, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(flows, operation, direction, record, (lines, what, way, person) => {
        const listed = lines.find((line) => line.operation === what && line.direction === way)?.fields ?? [];
        const result = cut(convention(lines), what, way, person);
        for (const field of Object.keys(result.passes)) expect(listed).toContain(field);
        for (const [field, value] of Object.entries(result.passes)) expect(person[field as PivotField]).toBe(value);
        const held = Object.entries(person).filter(([field, value]) => isPivotField(field) && value !== '');
        expect([...Object.keys(result.passes), ...result.cut].sort()).toEqual(held.map(([field]) => field).sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('lets at least as much pass when a line, or a field, is added', () => {
    fc.assert(
      fc.property(flows, flow, operation, direction, record, (lines, extra, what, way, person) => {
        const same = (line: Flow) => line.operation === extra.operation && line.direction === extra.direction;
        const wider = lines.some(same)
          ? lines.map((line) => (same(line) ? { ...line, fields: [...line.fields, ...extra.fields] } : line))
          : [...lines, extra];
        const before = Object.keys(cut(convention(lines), what, way, person).passes);
        const after = Object.keys(cut(convention(wider), what, way, person).passes);
        expect(after).toEqual(expect.arrayContaining(before));
        expect(allows(convention(wider), what, way).ok || !allows(convention(lines), what, way).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take what an object inherits for a value', () => {
    const inherited = Object.create({ birthName: 'FICTIF' }) as PivotRecord;
    const open = convention([{ operation: 'open', direction: 'give', fields: ['birthName'] }]);
    expect(cut(open, 'open', 'give', inherited)).toEqual({ passes: {}, cut: [] });
  });

  it('names the flow that it refuses, in words, for every operation and direction', () => {
    for (const what of CONVENTION_OPERATIONS) {
      for (const way of ['give', 'receive'] as const) {
        const answer = allows(convention([]), what, way);
        if (answer.ok) throw new Error('allowed by an empty convention');
        const french = translate('fr', answer.problem.code, answer.problem.params);
        expect(french).toMatch(/^La convention « PLIE de Lille – France Travail » ne prévoit pas l/);
        expect(french).toContain(`« ${what} / ${way} »`);
        expect(translate('en', answer.problem.code, answer.problem.params)).toContain('does not provide for');
      }
    }
    expect(translate('fr', 'convention.blocked.open.give', { title: 'X' })).toBe(
      'La convention « X » ne prévoit pas l’ouverture d’un accompagnement vers France Travail (ligne « open / give »). Faites ajouter cette ligne à la convention, ou choisissez-en une autre. Rien n’a été envoyé.',
    );
  });

  it('is valid from its first day to its last, both included', () => {
    const year = convention([], { validFrom: '2026-01-01', validTo: '2026-12-31' });
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => validOn(year, day).ok)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(validOn(convention([]), '2026-01-01').ok).toBe(true);
  });

  it('looks up by the France Travail number first, and by NIR only where NIR and birth date are listed', () => {
    const lookUp = (listed: readonly PivotField[]) =>
      identifiersAllowed(convention([{ operation: 'lookUp', direction: 'give', fields: listed }]));
    expect(lookUp(['birthDate', 'nir', 'franceTravailNumber'])).toEqual(['franceTravailNumber', 'nir']);
    expect(lookUp(['nir'])).toEqual([]);
    expect(lookUp(['birthDate'])).toEqual([]);
    expect(identifiersAllowed(convention([]))).toEqual([]);
  });
});
