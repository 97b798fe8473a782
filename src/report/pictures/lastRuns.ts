import { SAID, type FinishedRun } from '../../accompaniment';
import { html, type Html } from '../html';
import type { Telling } from '../telling';

const WIDTH = 720;
const SLOTS = 12;
const SLOT = WIDTH / SLOTS;
const COLUMN = 30;
/** Where columns stand, and how high they grow. */
const GROUND = 128;
const HIGHEST = 104;
const HEIGHT = 172;
const PARTS = ['said', 'alreadyAccompanied', 'waiting', 'toCorrect'] as const;

interface Column {
  readonly at: string;
  readonly parts: Readonly<Record<(typeof PARTS)[number], number>>;
  readonly reminders: number;
}

/** The last runs that sent: what was said, what waits, what is to be corrected; below, the reminders that were stopped. */
export function lastRuns(runs: readonly FinishedRun[], telling: Telling): Html {
  const columns = runs.slice(-SLOTS).map(columnOf);
  const most = Math.max(1, ...columns.map(heightOf));
  const drawn = columns.map((column, nth) => drawColumn(column, nth + SLOTS - columns.length, most, telling));
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="runs-title">
      <title id="runs-title">${telling.say('runs.title')}</title>
      <line class="ground" x1="0" y1="${GROUND}" x2="${WIDTH}" y2="${GROUND}" />
      ${drawn}
    </svg>
    <ul class="legend">
      ${PARTS.map((part) => html`<li><span class="key ${part}"></span>${telling.say(`part.${part}`)}</li>`)}
      <li><span class="key reminders"></span>${telling.say('reminders.title')}</li>
    </ul>
    ${table(columns, telling)}`;
}

function columnOf({ at, counts }: FinishedRun): Column {
  const said = SAID.reduce((sum, id) => sum + counts[id], 0);
  const { alreadyAccompanied, waiting, toCorrect, remindersStopped: reminders } = counts;
  return { at, parts: { said, alreadyAccompanied, waiting, toCorrect }, reminders };
}

function heightOf({ parts }: Column): number {
  return PARTS.reduce((sum, part) => sum + parts[part], 0);
}

function drawColumn(column: Column, slot: number, most: number, telling: Telling): Html {
  const middle = slot * SLOT + SLOT / 2;
  let top = GROUND;
  const rects = PARTS.filter((part) => column.parts[part] > 0).map((part) => {
    const height = Math.max(2, (HIGHEST * column.parts[part]) / most);
    top -= height;
    return html`<rect
      class="${part}"
      x="${middle - COLUMN / 2}"
      y="${top.toFixed(1)}"
      width="${COLUMN}"
      height="${Math.max(1, height - 1).toFixed(1)}"
    />`;
  });
  return html`${rects}
    <text class="value small" x="${middle}" y="${(top - 6).toFixed(1)}" text-anchor="middle"
      >${telling.number(heightOf(column))}</text
    >
    <text class="label small" x="${middle}" y="${GROUND + 16}" text-anchor="middle"
      >${telling.shortDay(column.at)}</text
    >
    <text class="reminders small" x="${middle}" y="${GROUND + 33}" text-anchor="middle"
      >${telling.number(column.reminders)}</text
    >`;
}

/** The same numbers for who listens to the page. */
function table(columns: readonly Column[], telling: Telling): Html {
  const heads = PARTS.map((part) => html`<th scope="col">${telling.say(`part.${part}`)}</th>`);
  const rows = columns.map(
    ({ at, parts, reminders }) =>
      html`<tr>
        <th scope="row">${telling.moment(at)}</th>
        ${PARTS.map((part) => html`<td>${parts[part]}</td>`)}
        <td>${reminders}</td>
      </tr>`,
  );
  return html`<div class="heard">
    <table>
      <caption>
        ${telling.say('runs.title')}
      </caption>
      <tr>
        <th scope="col">${telling.say('runs.when')}</th>
        ${heads}
        <th scope="col">${telling.say('reminders.title')}</th>
      </tr>
      ${rows}
    </table>
  </div>`;
}
