/**
 * Who may import whom (the rooms of docs/dev/architecture.md), as ESLint rules. A pure room knows no n8n, no HTTP, no
 * disk and no clock but the one handed in; other rooms use a room through its door (`index.ts`) only.
 */

const PURE = ['fields', 'identity', 'intake', 'accompaniment', 'convention', 'referral', 'watch'];
const ROOMS = [...PURE, 'exchange', 'ledger', 'delivery', 'wording', 'report'];

/** What each room may know, itself apart. */
const KNOWS = {
  ...Object.fromEntries(PURE.map((room) => [room, PURE])),
  exchange: PURE,
  ledger: PURE,
  delivery: [...PURE, 'exchange', 'ledger'],
  wording: ['fields'],
  report: [...PURE, 'wording'],
};

const HTTP = ['axios', 'undici', 'node:http', 'node:https', 'node:net', 'node:tls', 'http', 'https', 'net', 'tls'];
const DISK = ['node:fs', 'node:fs/promises', 'node:sqlite', 'fs', 'fs/promises', 'kysely', 'pg'];
const HOST = [
  'n8n-workflow',
  'n8n-core',
  'node:os',
  'node:child_process',
  'os',
  'child_process',
  'process',
  'node:process',
];
const RANDOM_AND_TIME = ['node:crypto', 'crypto', 'node:timers', 'node:timers/promises', 'timers'];

/** Packages that a room may not load. */
const FORBIDDEN_PACKAGES = {
  ...Object.fromEntries(PURE.map((room) => [room, [...HTTP, ...DISK, ...HOST, ...RANDOM_AND_TIME]])),
  wording: [...HTTP, ...DISK, ...HOST, ...RANDOM_AND_TIME],
  report: [...HTTP, ...DISK, ...HOST],
  exchange: [...DISK, 'n8n-workflow', 'n8n-core'],
  ledger: [...HTTP, 'n8n-workflow', 'n8n-core'],
  delivery: [...HTTP, ...DISK, 'n8n-workflow', 'n8n-core'],
};

const CLOCK_AND_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A pure room takes the date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A pure room takes the date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A pure room takes chance as an argument.',
  },
  { selector: "MemberExpression[object.name='process']", message: 'A pure room does not read the process.' },
];

/** An import that leaves its own room begins with `../`; anything that begins with `./` stays inside. */
const climbingTo = (room) => `^(\\.\\./)+(src/)?${room}`;

/** Doors beside a room's own: `linkage` is heavy, so `identity` does not open it for everybody. */
const SIDE_DOORS = { identity: ['linkage'] };

const doorsOnly = (rooms) =>
  rooms.map((room) => {
    const doors = ['index', ...(SIDE_DOORS[room] ?? [])].join('|');
    return { regex: `${climbingTo(room)}/(?!(?:${doors})$)`, message: `Use the door of the room: src/${room}.` };
  });

const forbiddenRooms = (rooms, who) =>
  rooms.map((room) => ({
    regex: `${climbingTo(room)}(/|$)`,
    message: `${who} may not know ${room} (docs/dev/architecture.md).`,
  }));

const paths = (names, who) =>
  names.map((name) => ({ name, message: `${who} may not load ${name} (docs/dev/architecture.md).` }));

const outside = ['nodes', 'credentials', 'sandbox', 'scripts', 'bench'];

const roomRules = ROOMS.map((room) => {
  const known = KNOWS[room].filter((other) => other !== room);
  const unknown = ROOMS.filter((other) => other !== room && !known.includes(other));
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: paths(FORBIDDEN_PACKAGES[room], `src/${room}`),
          patterns: [...doorsOnly(known), ...forbiddenRooms([...unknown, ...outside], `src/${room}`)],
        },
      ],
      ...(PURE.includes(room) ? { 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE] } : {}),
    },
  };
});

module.exports = [
  ...roomRules,
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: paths(['axios', 'kysely', 'node:sqlite'], 'A node'),
          patterns: [...doorsOnly(ROOMS), ...forbiddenRooms(['sandbox', 'scripts', 'bench', 'test'], 'A node')],
        },
      ],
    },
  },
  {
    // The sandbox must not inherit the client's mistakes: of src/ it may use identity alone, to invent people.
    files: ['sandbox/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...ROOMS.filter((room) => room !== 'identity').map((room) => ({
              regex: `^(\\.\\./)+src/${room}(/|$)`,
              message: `The sandbox may not know src/${room} (docs/dev/architecture.md).`,
            })),
            ...forbiddenRooms(['nodes', 'credentials', 'scripts'], 'The sandbox'),
          ],
        },
      ],
    },
  },
];
