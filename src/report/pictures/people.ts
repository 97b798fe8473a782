import { html, type Html } from '../html';
import type { Telling } from '../telling';

const IN_A_ROW = 12;
const MOST = 36;
const STEP_X = 22;
const STEP_Y = 42;
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

/** People who are not chased any more, as silhouettes; each stands for as many as the line below says. */
export function people(count: number, telling: Telling): Html {
  const scale = SCALES.find((one) => count / one <= MOST) ?? 100_000;
  const drawn = Math.ceil(count / scale);
  const rows = Math.max(1, Math.ceil(drawn / IN_A_ROW));
  const figures = Array.from({ length: drawn }, (_, nth) => {
    const x = (nth % IN_A_ROW) * STEP_X;
    const y = Math.floor(nth / IN_A_ROW) * STEP_Y;
    return html`<g transform="translate(${x} ${y})"
      ><circle cx="9" cy="6" r="5.2" /><path d="M1 36V22a8 8 0 0 1 16 0v14z"
    /></g>`;
  });
  const told = telling.count('reminders', count);
  return html`<svg
      class="people"
      viewBox="0 0 ${IN_A_ROW * STEP_X} ${rows * STEP_Y}"
      role="img"
      aria-labelledby="people-title"
    >
      <title id="people-title">${told}</title>
      ${figures}
    </svg>
    <p class="under">${told}${scale > 1 ? telling.say('reminders.scale', { scale }) : ''}</p>`;
}
