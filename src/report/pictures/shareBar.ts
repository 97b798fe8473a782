import { html, type Html } from '../html';
import type { Summary } from '../summary';
import type { Telling } from '../telling';
import { PARTS, sizeOf, type Part } from './colours';

const WIDTH = 720;
const HEIGHT = 26;
const GAP = 2;
/** A single line among thousands is still seen. */
const LEAST = 5;

/** The whole list as one bar, with a legend that says the numbers. */
export function shareBar(summary: Summary, telling: Telling, state: string): Html {
  const shown = PARTS.map((part) => ({ part, size: sizeOf(part, summary) })).filter(({ size }) => size > 0);
  const said = shown.map(({ part, size }) => `${telling.say(`part.${part}${part === 'said' ? state : ''}`)} : ${size}`);
  const legend = shown.map(
    ({ part, size }) =>
      html`<li>
        <span class="key ${part}"></span>${telling.say(`part.${part}${part === 'said' ? state : ''}`)}
        <b>${telling.number(size)}</b>
      </li>`,
  );
  return html`<svg class="share" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="share-title share-desc">
      <title id="share-title">${telling.say('share.title')}</title>
      <desc id="share-desc">${said.join(', ')}</desc>
      ${segments(shown)}
    </svg>
    <ul class="legend">
      ${legend}
    </ul>`;
}

function segments(shown: readonly { part: Part; size: number }[]): readonly Html[] {
  const total = shown.reduce((sum, { size }) => sum + size, 0);
  const room = WIDTH - GAP * Math.max(0, shown.length - 1) - LEAST * shown.length;
  let left = 0;
  return shown.map(({ part, size }) => {
    const width = LEAST + (room * size) / total;
    const x = left;
    left += width + GAP;
    return html`<rect
      class="${part}"
      x="${x.toFixed(1)}"
      y="0"
      width="${width.toFixed(1)}"
      height="${HEIGHT}"
      rx="3"
    />`;
  });
}
