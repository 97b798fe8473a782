import { dateInName, dateOfItems } from '../../nodes/DeclareAccompaniment/exportDate';

describe('the date of an export, read from its file', () => {
  it.each([
    ['participants-2026-11-24.csv', '2026-11-24'],
    ['20261124_participants.xlsx', '2026-11-24'],
    ['Liste 24112026.csv', '2026-11-24'],
    ['liste du 24.11.2026.csv', '2026-11-24'],
    ['24-11-2026 (24112026).csv', '2026-11-24'],
    ['participants.csv', undefined],
    ['du 01-11-2026 au 24-11-2026.csv', undefined],
    ['31-02-2026.csv', undefined],
    ['24-11.2026.csv', undefined],
    ['export-0612345678.csv', undefined],
    ['dossier-120261124.csv', undefined],
  ])('%s: %s', (name, date) => {
    expect(dateInName(name)).toBe(date);
  });

  const read = (fileName: string, json = {}) => ({
    json,
    binary: { data: { data: '', mimeType: 'text/csv', fileName } },
  });

  it('takes the name of the file that every line carries; of several files, none', () => {
    expect(dateOfItems([read('a-2026-11-24.csv'), read('a-2026-11-24.csv')], 'Europe/Paris')).toBe('2026-11-24');
    expect(dateOfItems([read('a-2026-11-24.csv'), read('b-2026-11-23.csv')], 'Europe/Paris')).toBeUndefined();
  });

  it('takes a time of change only from a file: a participant has no size', () => {
    const modifyTime = '2026-11-23T23:30:00.000Z';
    expect(dateOfItems([{ json: { modifyTime, size: 1 } }], 'Europe/Paris')).toBe('2026-11-24');
    expect(dateOfItems([{ json: { modifyTime, size: 1 } }], 'UTC')).toBe('2026-11-23');
    expect(dateOfItems([{ json: { modifyTime } }], 'Europe/Paris')).toBeUndefined();
    expect(dateOfItems([{ json: { modifyTime, size: 1 } }, { json: { modifyTime, size: 2 } }], 'UTC')).toBeUndefined();
    expect(dateOfItems([{ json: { modifyTime: 'hier', size: 1 } }], 'UTC')).toBeUndefined();
  });
});
