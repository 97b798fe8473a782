import { declareAll, synchronise, undoRun, type DeclarationDesk, type LineResult, type Run } from '../../src/delivery';
import type { Deed } from './orders';

/** Does it, once, through the doors that the nodes use. */
export function done(deed: Deed, desk: DeclarationDesk): Promise<Run<LineResult>> {
  if (deed.kind === 'undo') return undoRun({ people: deed.records }, desk);
  if (deed.kind === 'declare') {
    return declareAll(
      deed.lines.map((line, index) => ({ ...line, index })),
      desk,
    );
  }
  const lines = deed.records.map((record, index) => ({ record, index }));
  return synchronise({ lines, absence: { mode: 'nothing' }, date: desk.today }, desk);
}
