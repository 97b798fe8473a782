import { pairsByKeys, plain, type Peer } from './peer';

/** The rule that a careful colleague writes in ten lines: one identifier, or name, given name and date. */
export const exactRule: Peer = {
  name: 'ten-line rule: NIR, FT number, or name + given name + date',
  hasScores: false,
  run: (records) =>
    pairsByKeys(
      records.map(({ record }) => {
        const keys: string[] = [];
        if (record.nir) keys.push(`nir ${record.nir.slice(0, 13)}`);
        if (record.franceTravailNumber) keys.push(`ft ${record.franceTravailNumber}`);
        const given = plain(record.firstNames).split(' ')[0] ?? '';
        if (record.birthName && given && record.birthDate) {
          keys.push(`${plain(record.birthName)}|${given}|${record.birthDate}`);
        }
        return keys;
      }),
    ),
};
