import { SAID } from '../../accompaniment';
import { html, type Html } from '../html';
import type { Summary } from '../summary';
import type { Telling } from '../telling';

const WIDTH = 400;
const ROW = 30;
const LABEL = 118;
/** Room for the number behind the longest bar. */
const NUMBER = 58;

/** What was said, one bar an operation. */
export function saidBars({ counts }: Summary, telling: Telling): Html {
  const most = Math.max(1, ...SAID.map((id) => counts[id]));
  const height = SAID.length * ROW;
  const rows = SAID.map((id, nth) => {
    const width = ((WIDTH - LABEL - NUMBER) * counts[id]) / most;
    const middle = nth * ROW + ROW / 2;
    return html`<text class="label" x="${LABEL - 10}" y="${middle + 4.5}" text-anchor="end"
        >${telling.say(`said.${id}`)}</text
      >
      <rect class="track" x="${LABEL}" y="${middle - 8}" width="${WIDTH - LABEL - NUMBER}" height="16" rx="3" />
      <rect class="said" x="${LABEL}" y="${middle - 8}" width="${width.toFixed(1)}" height="16" rx="3" />
      <text class="value" x="${WIDTH - NUMBER + 10}" y="${middle + 5}">${telling.number(counts[id])}</text>`;
  });
  const told = SAID.map((id) => `${telling.say(`said.${id}`)} : ${counts[id]}`).join(', ');
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="said-title said-desc">
    <title id="said-title">${telling.say('said.title')}</title>
    <desc id="said-desc">${told}</desc>
    ${rows}
  </svg>`;
}
