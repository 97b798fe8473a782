import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ACCOMPANIMENT_STATUSES, EXIT_REASONS } from '../../src/accompaniment';
import { codeTableOf, SHIPPED_PROFILES } from '../../src/exchange';
import { REFERRAL_DECISIONS, REFUSAL_REASONS } from '../../src/referral';

const CONTRACTS = join(__dirname, '../../../shared/contract');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a contract is walked by its own names; types for OpenAPI would say nothing more
const contract = (name: string): any => parse(readFileSync(join(CONTRACTS, `${name}.yaml`), 'utf8'));
const commune = contract('interface-commune-v1').components.schemas;
const orientation = contract('orientation-usager-v2').components.schemas;
const declaration = commune.Declaration.properties;
const answer =
  contract('interface-commune-v1').paths['/prescriptions/{identifiant}/reponse'].put.requestBody.content[
    'application/json'
  ].schema.properties;

const proposed = SHIPPED_PROFILES['interface-commune'];
const published = SHIPPED_PROFILES.lpe;
const codes = (profile: typeof proposed, table: string): string[] =>
  codeTableOf(profile, table).map(({ code }) => code);
const values = (profile: typeof proposed, table: string): string[] =>
  codeTableOf(profile, table).map(({ value, code }) => value ?? code);

describe('the code tables say what France Travail says', () => {
  it.each([
    ['status', commune.Statut.enum, ACCOMPANIMENT_STATUSES],
    ['role', commune.RoleStructure.enum, ['REFERENT', 'PARTENAIRE']],
    ['exitReason', declaration.motifSortie.properties.code.enum, EXIT_REASONS],
    ['referralState', commune.Prescription.properties.etat.enum, ['toHandle', 'changed', 'cancelled']],
    ['path', commune.Prescription.properties.parcours.enum, ['PED', 'PSP', 'PSO', 'EO', 'IND']],
    ['decision', answer.decision.enum, REFERRAL_DECISIONS],
    ['refusalReason', answer.motif.enum, REFUSAL_REASONS],
  ])('interface-commune, %s: every code of the contract, every word of ours, no other', (table, theirs, ours) => {
    expect(codes(proposed, table)).toEqual(theirs);
    expect([...values(proposed, table)].sort()).toEqual([...ours].sort());
  });

  it('calls PSP socio-professionnel and PSO social, as France Travail does: a peer had them swapped for months', () => {
    const theirs: Record<string, string> = orientation.ParcoursLu['x-labels'];
    for (const profile of [proposed, published]) {
      const ours = Object.fromEntries(
        codeTableOf(profile, 'path').map(({ code, label }) => [code, label.fr.toLowerCase().replace(/’/g, "'")]),
      );
      expect(ours).toEqual(theirs);
    }
  });

  it('names every organism of the published APIs as they are named there', () => {
    const theirs: Record<string, string> = orientation.Organisme.properties.code['x-labels'];
    const ours = Object.fromEntries(
      codeTableOf(published, 'organism').map(({ code, label }) => [code, label.fr.toLowerCase().replace(/’/g, "'")]),
    );
    expect(ours).toMatchObject(
      Object.fromEntries(Object.entries(theirs).map(([code, label]) => [code, label.toLowerCase()])),
    );
  });

  it('knows the registration statuses', () => {
    expect([...codes(published, 'registrationStatus')].sort()).toEqual(
      [...contract('statut-usager-v2').components.schemas.Contrat.properties.m_statut.enum].sort(),
    );
  });

  it('turns each reason of ours into one that the published decision knows, "already accompanied" into AUTRE', () => {
    const known: string[] = orientation.MotifRefus.enum;
    expect(codes(published, 'refusalReason').filter((code) => !known.includes(code))).toEqual([]);
    expect([...values(published, 'refusalReason')].sort()).toEqual([...REFUSAL_REASONS].sort());
    expect(codeTableOf(published, 'refusalReason').find(({ value }) => value === 'alreadyAccompanied')?.code).toBe(
      'AUTRE',
    );
  });

  it('has a French and an English label for every code', () => {
    for (const profile of [proposed, published]) {
      for (const table of Object.values(profile.tables)) {
        for (const { label } of table) expect([label.fr, label.en].every((text) => text.trim() !== '')).toBe(true);
      }
    }
  });
});

describe('the shipped profiles ask for what the contracts want', () => {
  it('for every scope that one of their operations needs', () => {
    const scopes = (name: string): string[] => {
      const document = contract(name);
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- operations of a contract that is walked by its own names
      const operations = Object.values<any>(document.paths).flatMap((path) => Object.values<any>(path));
      const sets = [document, ...operations]
        .flatMap(({ security }) => (security ?? []).slice(0, 1))
        .flatMap(({ clientCredentials }) => clientCredentials);
      return [...new Set<string>(sets)];
    };
    const wanted = (names: string[]): string[] =>
      [...new Set(names.flatMap(scopes))].filter((scope) => scope !== 'referentielCD').sort();
    expect([...proposed.token.scopes].sort()).toEqual(wanted(['interface-commune-v1', 'rechercher-usager-v2']));
    expect([...published.token.scopes].sort()).toEqual(
      wanted(['rechercher-usager-v2', 'statut-usager-v2', 'orientation-usager-v2', 'activites-operationnelles-v2']),
    );
  });
});
