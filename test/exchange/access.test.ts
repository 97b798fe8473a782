import { inspect } from 'node:util';
import { checkAccess, type AccessSettings } from '../../src/exchange';
import { translate } from '../../src/wording';
import { CLIENT_SECRET, draft } from './support';

const filled: AccessSettings = {
  apiBaseUrl: 'http://127.0.0.1:8787/partenaire',
  tokenUrl: 'http://127.0.0.1:8787/connexion/oauth2/access_token?realm=%2Fagent',
  clientId: 'plie',
  clientSecret: CLIENT_SECRET,
};

/** What the admin reads, in French; nothing when the access is good. */
function sentences(settings: AccessSettings): string[] {
  const checked = checkAccess(settings);
  return checked.ok ? [] : checked.problems.map(({ code, params }) => translate('fr', code, params));
}

describe('what a credential holds', () => {
  it('becomes an access: cleaned, with the defaults of the profile', () => {
    const checked = checkAccess({
      ...filled,
      apiBaseUrl: ' http://127.0.0.1:8787/partenaire/ ',
      structureCode: ' PLI5901 ',
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    expect({ ...checked.access, profile: checked.access.profile.id }).toEqual({
      profile: 'interface-commune',
      apiBaseUrl: 'http://127.0.0.1:8787/partenaire',
      tokenUrl: 'http://127.0.0.1:8787/connexion/oauth2/access_token?realm=%2Fagent',
      environment: 'sandbox',
      clientId: 'plie',
      clientSecret: CLIENT_SECRET,
      agent: { name: 'PLIE-N8N', firstName: 'PLIE-N8N', id: 'BATCH' },
      structure: { code: 'PLI5901' },
    });
  });

  it('needs no address in production: the profile knows them', () => {
    const checked = checkAccess({ clientId: 'plie', clientSecret: CLIENT_SECRET });
    expect(checked.ok && [checked.access.apiBaseUrl, checked.access.tokenUrl, checked.access.environment]).toEqual([
      'https://api.francetravail.io/partenaire',
      'https://proxyproconnect.francetravail.net/connexion/oauth2/access_token?realm=%2Fagent',
      'production',
    ]);
  });

  it('gets the realm of the profile when its token URL has none', () => {
    const checked = checkAccess({ ...filled, tokenUrl: 'http://127.0.0.1:8787/connexion/oauth2/access_token' });
    expect(checked.ok && new URL(checked.access.tokenUrl).searchParams.get('realm')).toBe('/agent');
  });

  it.each([
    ['Équipe d’insertion', "Equipe d'insertion"],
    ['Œuvre | sociale', 'OEuvre sociale'],
    ['a\r\nX-Injected: 1', 'a X-Injected: 1'],
    ['\u0000\u0007', 'PLIE-N8N'],
    ['  |  ', 'PLIE-N8N'],
    ['日本', 'PLIE-N8N'],
    ['Łódź', 'odz'],
  ])('has an agent name that every server takes: %j', (typed, sent) => {
    const checked = checkAccess({ ...filled, agentName: typed });
    expect(checked.ok && checked.access.agent.name.toLowerCase()).toBe(sent.toLowerCase());
  });

  it.each<[string, AccessSettings, string[]]>([
    [
      'no secret',
      { ...filled, clientSecret: ' ' },
      ['L’accès France Travail n’a pas de secret. Remplissez-le, puis recommencez.'],
    ],
    [
      'nothing at all',
      {},
      [
        'L’accès France Travail n’a pas d’identifiant client. Remplissez-le, puis recommencez.',
        'L’accès France Travail n’a pas de secret. Remplissez-le, puis recommencez.',
      ],
    ],
    [
      'a host that is not in the profile',
      { ...filled, apiBaseUrl: 'https://api.exemple.org/partenaire' },
      [
        'L’adresse api.exemple.org n’est pas dans le profil d’échange : rien n’y est envoyé. Adresses prévues : api.francetravail.io.',
        'L’adresse du jeton 127.0.0.1:8787 n’est pas dans le profil d’échange : le secret n’y est pas envoyé. Adresses prévues : proxyproconnect.francetravail.net.',
      ],
    ],
    [
      'a host that begins like one of the profile',
      { ...filled, environment: 'production', tokenUrl: '', apiBaseUrl: 'https://api.francetravail.io.exemple.org' },
      [
        'L’adresse api.francetravail.io.exemple.org n’est pas dans le profil d’échange : rien n’y est envoyé. Adresses prévues : api.francetravail.io.',
      ],
    ],
    [
      'the host of the profile, on another port',
      { ...filled, environment: 'production', tokenUrl: '', apiBaseUrl: 'https://api.francetravail.io:8443' },
      [
        'L’adresse api.francetravail.io:8443 n’est pas dans le profil d’échange : rien n’y est envoyé. Adresses prévues : api.francetravail.io.',
      ],
    ],
    [
      'plain http away from this machine',
      { ...filled, apiBaseUrl: 'http://192.168.1.10:8787/partenaire', tokenUrl: '' },
      [
        'L’adresse 192.168.1.10:8787 est en http, sans chiffrement : seul le bac à sable sur cette machine peut l’être. Utilisez https.',
      ],
    ],
    [
      'a name that looks like this machine',
      { ...filled, apiBaseUrl: 'http://127.0.0.1.exemple.org/partenaire', tokenUrl: '' },
      [
        'L’adresse 127.0.0.1.exemple.org est en http, sans chiffrement : seul le bac à sable sur cette machine peut l’être. Utilisez https.',
      ],
    ],
    [
      'no address at all',
      { ...filled, apiBaseUrl: 'bac à sable', tokenUrl: '' },
      ['L’adresse de base de l’accès France Travail n’est pas une adresse https://… complète, sans mot de passe.'],
    ],
    [
      'a password in the address',
      { ...filled, apiBaseUrl: 'http://moi:motdepasse@127.0.0.1:8787/partenaire' },
      ['L’adresse de base de l’accès France Travail n’est pas une adresse https://… complète, sans mot de passe.'],
    ],
    [
      'another scheme',
      { ...filled, tokenUrl: 'file:///etc/passwd' },
      ['L’adresse du jeton de l’accès France Travail n’est pas une adresse https://… complète, sans mot de passe.'],
    ],
    [
      'the sandbox without its address',
      { ...filled, environment: 'sandbox', apiBaseUrl: '' },
      [
        'L’accès France Travail n’a pas d’adresse. Remplissez l’adresse de base, par exemple http://127.0.0.1:8787/partenaire.',
      ],
    ],
    [
      'an environment that does not exist',
      { ...filled, environment: 'recette' },
      ['Le profil d’échange n’a pas d’environnement « recette ». Environnements : production, sandbox.'],
    ],
    [
      'a profile that does not exist',
      { ...filled, profileId: 'toString' },
      ['Il n’y a pas de profil d’échange « toString ». Profils livrés : interface-commune, lpe.'],
    ],
    ...['abc', 'PLI590', 'PLI59011', '5901', 'PLI 5901', '1720678355011'].map(
      (structureCode): [string, AccessSettings, string[]] => [
        `a structure code that no line could carry: ${structureCode}`,
        { ...filled, structureCode },
        [
          'Le code de la structure n’a pas la forme que France Travail attend : rien n’est envoyé. Corrigez-le. Formes admises : AAA9999, 99999 (A : une lettre, 9 : un chiffre ; par exemple PLI5901).',
        ],
      ],
    ),
    [
      'a pasted profile that does not parse',
      { ...filled, profileJson: '{"format": 1,}' },
      ['Le profil d’échange n’est pas du JSON valable (ligne 1, colonne 14).'],
    ],
  ])('says in a sentence each: %s', (_what, settings, expected) => {
    expect(sentences(settings)).toEqual(expected);
  });

  it.each(['PLI5901', 'pli5901', '59998'])('takes a structure code that the contract takes: %s', (structureCode) => {
    expect(sentences({ ...filled, structureCode })).toEqual([]);
  });

  it('asks a structure code for no form where the profile has none', () => {
    const json = draft('interface-commune');
    delete json.structureCode;
    expect(sentences({ ...filled, structureCode: 'abc', profileJson: JSON.stringify(json) })).toEqual([]);
  });

  it('takes a profile of the admin’s own, with its own hosts', () => {
    const json = draft('interface-commune');
    json.id = 'le-notre';
    json.environments[0].api = { origins: ['https://interface.exemple.fr'], base: '/v2' };
    const checked = checkAccess({
      clientId: 'plie',
      clientSecret: CLIENT_SECRET,
      profileJson: JSON.stringify(json),
      profileId: 'lpe',
    });
    expect(checked.ok && [checked.access.profile.id, checked.access.apiBaseUrl]).toEqual([
      'le-notre',
      'https://interface.exemple.fr/v2',
    ]);
  });

  it('lets a command name another https server, and a credential never', () => {
    const elsewhere = {
      ...filled,
      apiBaseUrl: 'https://essai.exemple.org/partenaire',
      tokenUrl: 'https://essai.exemple.org/jeton?realm=%2Fagent',
    };
    expect(checkAccess(elsewhere).ok).toBe(false);
    expect(checkAccess(elsewhere, { trustedOrigins: ['https://essai.exemple.org'] }).ok).toBe(true);
    expect(
      checkAccess(
        { ...elsewhere, apiBaseUrl: 'http://essai.exemple.org/partenaire' },
        { trustedOrigins: ['http://essai.exemple.org'] },
      ).ok,
    ).toBe(false);
  });

  it('shows no secret when it is printed', () => {
    const checked = checkAccess(filled);
    if (!checked.ok) throw new Error('not ok');
    for (const shown of [
      JSON.stringify(checked),
      inspect(checked, { depth: 20, showHidden: true }),
      String(checked.access),
    ]) {
      expect(shown).not.toContain(CLIENT_SECRET);
    }
  });
});
