import { adoptHeld, reconcile, synchronise, type DeclarationDesk } from '../../src/delivery';
import type { Profile } from '../../src/exchange';
import { bench, declarations, deskOn, free, lineOf, results, rows, TODAY, type Bench } from './desk';

let place: Bench;
beforeAll(async () => {
  place = await bench({ readLagMs: 0 });
});
afterAll(() => place.close());
beforeEach(() => place.reset());
afterEach(() => place.calm());

type Listing = NonNullable<Profile['operations']['listAccompaniments']>;

/** A profile with pages of one, whose way from one page to the next is not the right one. */
function listingBy(change: (listing: Listing) => Partial<Listing>): (profile: Profile) => Profile {
  return (profile) => {
    const listing = profile.operations['listAccompaniments']!;
    const operations = { ...profile.operations, listAccompaniments: { ...listing, ...change(listing) } };
    return { ...profile, operations, limits: { ...profile.limits, pageSize: 1 } };
  };
}

const withoutWayOn = listingBy(({ answer }) => ({ answer: { ...answer, cursor: 'curseurQuiManque' } }));
const wayOnIsNumber = listingBy(({ answer }) => ({ answer: { ...answer, cursor: 'accompagnements[0].version' } }));
const roundAndRound = listingBy(({ query = [] }) => ({
  query: query.filter((entry) => !('meta' in entry && entry.meta === 'cursor')),
}));
/** Entries of the list that this profile cannot read. */
const unreadableEntries = listingBy(({ answer }) => ({
  answer: { ...answer, read: { ...answer?.read, reference: { as: 'text' as const, path: 'referenceQuiManque' } } },
}));

const list = (count: number) => ({
  lines: Array.from({ length: count }, (_, nth) => lineOf(free(nth), {}, nth)),
  absence: { mode: 'report' } as const,
  date: TODAY,
});
const newDesk = async (profile?: (one: Profile) => Profile): Promise<DeclarationDesk> =>
  deskOn(place, await place.ledger(place.newFile()), profile ? { profile } : {});
const unreadable = { kind: 'refused', problem: { code: 'exchange.unreadable.unavailable' } };
const unknown = { kind: 'refused', problem: { code: 'delivery.reconcileFirst.unknown' } };

describe('a list of France Travail that breaks off', () => {
  it.each([
    ['says that it goes on, and not where', withoutWayOn],
    ['goes on at something that is no cursor', wayOnIsNumber],
    ['goes round and round', roundAndRound],
  ])('%s: is no whole list, and nothing is adopted from it', async (_, profile) => {
    const at = await newDesk();
    results(await synchronise(list(3), at));
    const broken = { ...at, gateway: deskOn(place, at.ledger, { profile }).gateway };
    expect(await reconcile([], broken)).toMatchObject(unreadable);
    expect(await adoptHeld([], broken)).toMatchObject(unreadable);
    expect(await reconcile([], at)).toMatchObject({ same: 3, results: [] });
  });
});

describe('the first look of a new ledger', () => {
  const said = async () => void results(await synchronise(list(1), await newDesk()));

  it.each(['loginRedirect', 'htmlWith200', 'businessErrorWith200'])(
    'refuses, and looks again, when the list is not to be had (%s)',
    async (kind) => {
      await said();
      const empty = await newDesk();
      await place.fault({ kind, operations: ['listerAccompagnements'] });
      const since = await place.watch();
      expect(await synchronise(list(1), empty)).toMatchObject({ kind: 'refused' });
      expect(declarations(await since())).toEqual([]);
      await place.calm();
      expect(await synchronise(list(1), empty)).toMatchObject(unknown);
    },
  );

  it('takes entries that it cannot read for its own', async () => {
    await said();
    expect(await synchronise(list(1), await newDesk(unreadableEntries))).toMatchObject(unknown);
  });

  it('begins where listing is forbidden, and holds nothing for proven', async () => {
    const file = place.newFile();
    const empty = deskOn(place, await place.ledger(file));
    await place.fault({ kind: 'forbidden', operations: ['listerAccompagnements'] });
    expect(results(await synchronise(list(1), empty))).toMatchObject([{ outcome: { kind: 'declared' } }]);
    expect(rows(file, 'select state from standings')).toEqual([]);
  });
});
