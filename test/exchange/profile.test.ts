import { parseProfile, SHIPPED_PROFILES } from '../../src/exchange';
import { OUTCOME_MESSAGES } from '../../src/exchange/messages';
import { DICTIONARY, translate } from '../../src/wording';
import { draft } from './support';

/** What an admin reads about a profile, in French. */
function sentences(json: unknown): string[] {
  const parsed = parseProfile(json);
  return parsed.ok ? [] : parsed.problems.map(({ code, params }) => translate('fr', code, params));
}

describe('the shipped profiles', () => {
  it('say in their own header whether France Travail has published them or this project proposes them', () => {
    expect(Object.values(SHIPPED_PROFILES).map(({ id, status, transport }) => [id, status, transport])).toEqual([
      ['interface-commune', 'proposed', 'http'],
      ['lpe', 'published', 'http'],
    ]);
    expect(SHIPPED_PROFILES['interface-commune'].operations['lookUpByNumber']?.status).toBe('published');
  });

  it('can be pasted as text, a byte-order mark of a Windows editor included', () => {
    expect(parseProfile(`\uFEFF${JSON.stringify(draft('lpe'))}`).ok).toBe(true);
  });

  it('have words for everything that their outcome tables say', () => {
    expect(OUTCOME_MESSAGES.filter((code) => DICTIONARY[code] === undefined)).toEqual([]);
  });
});

describe('a profile that does not parse', () => {
  const broken: [string, (json: ReturnType<typeof draft>) => void, string][] = [
    [
      'an outcome that does not exist',
      (json) => (json.operations.declare.outcomes[3].outcome = 'declaré'),
      'operations.declare.outcomes[3].outcome : « declaré » n’est pas un résultat connu ; valeurs possibles : ok, nothing, found, declared, alreadyAccompanied, notFound, ambiguous, forbidden, rejected, deferred, unavailable, unclear, sent.',
    ],
    ['a missing value', (json) => delete json.token.path, 'token.path : valeur absente.'],
    [
      'a typing error in a key',
      (json) => (json.limits.timeOutMs = 1),
      'limits.timeOutMs : cette clé n’existe pas dans un profil.',
    ],
    [
      'a text for a number',
      (json) => (json.limits.timeoutMs = '30 s'),
      'limits.timeoutMs : un nombre est attendu, pas « 30 s ».',
    ],
    ['a number too small', (json) => (json.limits.parallel = 0), 'limits.parallel : 0 est trop petit, 1 au moins.'],
    [
      'a text for a list',
      (json) => (json.environments[0].api.origins = 'x'),
      'environments[0].api.origins : une liste […] est attendue, pas « x ».',
    ],
    [
      'a wrong path',
      (json) => (json.operations.declare.path = 'accompagnements'),
      'operations.declare.path : « accompagnements » n’a pas la forme attendue.',
    ],
    [
      'a pivot field that does not exist',
      (json) => (json.operations.lookUpByNumber.body.map[0].field = 'numero'),
      'operations.lookUpByNumber.body.map[0].field : « numero » n’est pas une valeur connue',
    ],
    [
      'the transport to come',
      (json) => (json.transport = 'file'),
      'transport : le transport « file » n’est pas encore disponible dans cette version ; utilisez « http ».',
    ],
    [
      'plain http',
      (json) => (json.environments[0].api.origins = ['http://api.exemple.fr']),
      'environments[0].api.origins[0] : « http://api.exemple.fr » est en http ; seul cet ordinateur (127.0.0.1) peut l’être, et dans un environnement marqué « loopback ».',
    ],
    [
      'http on loopback without the mark',
      (json) => (json.environments[0].api.origins = ['http://127.0.0.1:1']),
      'environments[0].api.origins[0] : « http://127.0.0.1:1 » est en http',
    ],
    [
      'nowhere to go',
      (json) => (json.environments[0].token.origins = []),
      'environments[0] : il faut au moins une adresse pour l’API et une pour le jeton.',
    ],
    [
      'a capability without its operation',
      (json) => delete json.operations.readBack,
      'capabilities.readBack.operation : l’opération « readBack » n’est pas dans « operations »',
    ],
    [
      'a capability with another operation',
      (json) => (json.capabilities.readBack.operation = 'declare'),
      'capabilities.readBack.operation : l’opération « declare » n’a pas le rôle « readBack ».',
    ],
    [
      'a code table that is not there',
      (json) => delete json.tables.refusalReason,
      'operations.answerReferral.body.map[2].table : la table « refusalReason » n’est pas dans « tables »',
    ],
    [
      'the same answer twice',
      (json) => json.operations.declare.outcomes.push(json.operations.declare.outcomes[0]),
      '« declared »',
    ],
    [
      'a success on a failure',
      (json) => (json.operations.declare.outcomes[0].status = 409),
      'operations.declare.outcomes[0].outcome : « declared » est un succès ; une réponse HTTP 409 ne peut pas en être un.',
    ],
    [
      'any code as a success',
      (json) => (json.operations.declare.outcomes[0].code = '*'),
      'operations.declare.outcomes[0].code : « * » n’est pas permis sur une réponse 2xx : un succès doit être nommé.',
    ],
    [
      'an end that this operation cannot have',
      (json) => (json.operations.readBack.outcomes[0].outcome = 'declared'),
      'operations.readBack.outcomes[0].outcome : « declared » n’est pas un résultat de ce genre d’opération ; valeurs possibles : ok, nothing, forbidden, rejected, unavailable.',
    ],
    [
      'half a range',
      (json) => (json.operations.declare.outcomes[0].codeTo = 'S001'),
      'operations.declare.outcomes[0] : il faut soit « code », soit « codeFrom » et « codeTo » ensemble.',
    ],
    [
      'two sources for one value',
      (json) => (json.operations.declare.body.map[0].constant = 'x'),
      'operations.declare.body.map[0] : exactement une de ces clés est attendue : field, meta, constant.',
    ],
    [
      'a read-back that reads nothing',
      (json) => delete json.operations.readBack.answer.content,
      'operations.readBack.answer.content : valeur absente.',
    ],
    [
      'an answer that lacks what is needed',
      (json) => delete json.operations.readAccompaniments.answer.read.status,
      'operations.readAccompaniments.answer.read.status : valeur absente.',
    ],
    [
      'a repetition by key without a key',
      (json) => delete json.operations.declare.headers.idempotencyKey,
      'operations.declare.headers.idempotencyKey : valeur absente.',
    ],
    [
      'a value twice in a table',
      (json) => json.tables.role.push(json.tables.role[0]),
      'tables.role[2] : la valeur « REFERENT » est déjà dans cette table.',
    ],
    [
      'a path into a prototype',
      (json) => (json.operations.declare.body.map[0].to = 'a.constructor'),
      'operations.declare.body.map[0].to : « a.constructor » n’a pas la forme attendue.',
    ],
  ];

  it.each(broken)('%s', (_what, spoil, expected) => {
    const json = draft('interface-commune');
    spoil(json);
    const found = sentences(json);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(expected.startsWith('«') ? '' : expected)]));
    expect(found).toHaveLength(1);
  });

  it('says which row an answer was described by first', () => {
    const json = draft('interface-commune');
    json.operations.declare.outcomes.push({ ...json.operations.declare.outcomes[0], outcome: 'rejected' });
    const last = json.operations.declare.outcomes.length - 1;
    expect(sentences(json)).toEqual([
      `operations.declare.outcomes[${last}] : cette réponse est déjà décrite par operations.declare.outcomes[0].`,
    ]);
  });

  it('names every problem, not only the first', () => {
    const json = draft('lpe');
    delete json.id;
    json.version = 'un';
    json.limits.attempts = 99;
    expect(sentences(json)).toEqual([
      'id : valeur absente.',
      'version : « un » n’a pas la forme attendue.',
      'limits.attempts : 99 est trop grand, 10 au plus.',
    ]);
  });

  it('says where the JSON breaks', () => {
    expect(sentences('{\n  "format": 1,\n  "id": lpe\n}')).toEqual([
      'Le profil d’échange n’est pas du JSON valable (ligne 3, colonne 9).',
    ]);
    expect(sentences('{"format": 1')).toEqual([expect.stringContaining('n’est pas du JSON valable (ligne 1')]);
    expect(sentences('')).toEqual([expect.stringContaining('n’est pas du JSON valable')]);
  });

  it.each([
    ['null', '$ : un objet {…} est attendu, pas « null ».'],
    ['[]', '$ : un objet {…} est attendu, pas « [] ».'],
    ['"lpe"', '$ : un objet {…} est attendu, pas « lpe ».'],
  ])('is not %s', (text, expected) => {
    expect(sentences(text)).toEqual([expected]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s wherever it stands', (name) => {
    const text = JSON.stringify(draft('lpe')).replace('"tables":{', `"tables":{"${name}":[],`);
    expect(sentences(text)).toEqual([`tables.${name} : le nom « ${name} » est interdit dans un profil.`]);
  });

  it('refuses what is too large or too deep before it looks closer', () => {
    expect(sentences(JSON.stringify({ note: 'x'.repeat(600_000) }))).toEqual([expect.stringContaining('trop grand')]);
    expect(sentences('[{"a":'.repeat(200) + '1' + '}]'.repeat(200))).toEqual([
      expect.stringContaining('imbriqué trop profondément'),
    ]);
  });
});
