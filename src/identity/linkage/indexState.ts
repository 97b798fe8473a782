import type { PivotRecord } from '../../fields';
import { blockingKeys, MOST_KEYS } from './blockingKeys';
import type { Blocks } from './blocks';
import type { Model } from './model';
import { People } from './people';
import { SavedArrays, type SavedParts } from './savedParts';
import type { StateContents } from './stateFile';
import { hashText } from './traits';

/** The parts of an index that hold its people. */
export interface IndexParts {
  readonly people: People;
  readonly blocks: Blocks;
  readonly removed: Set<number>;
  /** Takes a model that was adapted to the file. */
  readonly takeModel: (adapted: Model) => void;
  /** Counts what is counted anew for each row that is there. */
  readonly countRow: (row: number) => void;
}

const ROWS_A_SLICE = 5_000;

/** What is saved of an index. `adapted`: the model in use where it is not the one the index was made with. */
export function savedContents({ people, blocks, removed }: IndexParts, base: Model, adapted?: Model): StateContents {
  const saved: SavedParts = { arrays: new Map(), facts: {} };
  people.save(saved);
  blocks.save(saved);
  saved.arrays.set('removed', Int32Array.from(removed));
  saved.facts['reading'] = fingerprintOfReading();
  saved.facts['model'] = fingerprintOfModel(base);
  if (adapted) saved.facts['adapted'] = writtenModel(adapted);
  return saved;
}

/** What kept contents from being taken: of another way of reading names and numbers, of another model, or not whole. */
export type RestoreFault = 'otherVersion' | 'otherModel' | 'damaged';

/** Fills the parts of a new index; undefined when all went well. */
export async function restoreContents(
  contents: StateContents,
  { people, blocks, removed, takeModel, countRow }: IndexParts,
  base: Model,
  breathe: () => Promise<void>,
): Promise<RestoreFault | undefined> {
  if (contents.facts['reading'] !== fingerprintOfReading()) return 'otherVersion';
  if (contents.facts['model'] !== fingerprintOfModel(base)) return 'otherModel';
  const saved = new SavedArrays(contents);
  people.restore(saved);
  await breathe();
  const sorted = blocks.restore(saved);
  const gone = saved.ints('removed');
  const adapted = adaptedFrom(contents.facts['adapted'], base);
  const isWhole = saved.fits && sorted <= people.count && gone.every((row) => row >= 0 && row < people.count);
  if (!isWhole || adapted === 'damaged') return 'damaged';
  for (const row of gone) removed.add(row);
  for (let row = 0; row < people.count; row++) {
    people.glance.write(people, row);
    if (!removed.has(row)) countRow(row);
    if (row % ROWS_A_SLICE === 0) await breathe();
  }
  for (let row = sorted; row < people.count; row++) {
    blocks.add(row);
    if (row % ROWS_A_SLICE === 0) await breathe();
  }
  for (const row of gone) blocks.remove(row);
  if (adapted) takeModel(adapted);
  return undefined;
}

/** Numbers of a model in JSON. */
function writtenModel({ weights, rarity, ...rest }: Model): object {
  return { ...rest, weights: [...weights], rarity: [...rarity] };
}

function adaptedFrom(written: unknown, base: Model): Model | 'damaged' | undefined {
  if (written === undefined) return undefined;
  const { weights, rarity, ...rest } = written as Partial<Omit<Model, 'weights' | 'rarity'>> & Record<string, unknown>;
  const fits = (list: unknown, as: Float64Array): list is number[] => Array.isArray(list) && list.length === as.length;
  if (!fits(weights, base.weights) || !fits(rarity, base.rarity)) return 'damaged';
  return { ...base, ...rest, weights: Float64Array.from(weights), rarity: Float64Array.from(rarity) };
}

function fingerprintOfModel(model: Model): string {
  return fingerprint(JSON.stringify(writtenModel(model)));
}

/**
 * Says how names, numbers and places are read and which keys they have: columns that were written by another way of
 * reading would be compared with what they do not mean. Any change in it changes this text.
 */
function fingerprintOfReading(): string {
  const people = new People();
  const keys = new Int32Array(MOST_KEYS);
  const read = SAMPLES.map((sample) => {
    const row = people.add(sample);
    const count = blockingKeys(people, row, keys);
    const saved: SavedParts = { arrays: new Map(), facts: {} };
    people.save(saved);
    return [[...keys.subarray(0, count)], [...saved.arrays].map(([name, array]) => [name, ...array]), saved.facts];
  });
  return fingerprint(JSON.stringify(read));
}

function fingerprint(text: string): string {
  return [hashText(text), hashText(`${text}.`)].map((hash) => (hash >>> 0).toString(16)).join('-');
}

/** Invented people who have something in every column. */
const SAMPLES: readonly PivotRecord[] = [
  {
    birthName: 'Vandamme-Le Goff',
    usageName: 'Benaïssa',
    firstNames: 'Inès, Marie-Thérèse',
    sex: 'F',
    birthDate: '1984-03-17',
    birthPlaceCode: '2A004',
    birthPlaceName: 'St-Étienne 2e arrondissement',
    birthCountryCode: '99100',
    nir: '2840359350012',
    franceTravailNumber: '09990000001',
    phone: '06 39 98 12 34',
    email: 'ines.vandamme84@example.org',
    postcode: '59000',
    city: 'Lille Cedex',
    street: 'Rue de Béthune',
    streetNumber: '12 bis',
    nationalId: 'A-123',
    occupation: 'Aide-soignante',
  },
  { birthName: 'محمد', firstNames: 'J', birthDate: '19800101', birthPlaceCode: '99352', nir: '3840359350012' },
  { birthName: "O'Neill Schmitt", firstNames: 'Philippe Chrysostome', civility: 'Monsieur', phone: '+32 470 12 34 56' },
];
