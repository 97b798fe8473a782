import type { Cause } from './causes';
import { html, type Html } from './html';
import { masked } from './mask';
import type { Organism, Summary } from './summary';
import type { Telling } from './telling';

/** What fits on the second sheet of A4; the workbook has all of it. */
const MOST = { fixes: 8, waits: 3, organisms: 3 } as const;
/** Printed lines that the groups of a list may take together, and characters of one line. */
const ROOM = {
  fixes: { lines: 25, sentence: 100, ids: 110, longest: 280 },
  waits: { lines: 15, sentence: 42, ids: 50, longest: 170 },
} as const;
/** The heading of a group, and the blank around it. */
const AROUND = 1.6;
const LONGEST_ORGANISM = 44;
const LONGEST_ID = 24;

/** The lists of the report: what a person has to do something about. */
export function lists(summary: Summary, telling: Telling): Html {
  const { toCorrect, waiting, organisms, withoutNumber, counts } = summary;
  return html`<section>
      <h2>${telling.count('toCorrect', counts.toCorrect)}</h2>
      ${toCorrect.length > 0 ? causes(toCorrect, 'fixes', telling) : nothing('toCorrect', telling)}
    </section>
    ${withoutNumber.length > 0 ? ask(withoutNumber.length, telling) : html``}
    <div class="pair">
      <section>
        <h2>${telling.count('elsewhere', counts.alreadyAccompanied)}</h2>
        ${organisms.length > 0 ? elsewhere(organisms, telling) : nothing('elsewhere', telling)}
      </section>
      <section>
        <h2>${telling.count('waits', counts.waiting)}</h2>
        ${waiting.length > 0 ? causes(waiting, 'waits', telling) : nothing('waits', telling)}
      </section>
    </div>`;
}

function nothing(what: string, telling: Telling): Html {
  return html`<p class="none">${telling.say(`${what}.none`)}</p>`;
}

function ask(count: number, telling: Telling): Html {
  return html`<section class="ask">
    <h2>${telling.say('ask.title')}</h2>
    <p class="do">${telling.count('ask', count)}</p>
  </section>`;
}

function causes(all: readonly Cause[], look: keyof typeof ROOM, telling: Telling): Html {
  const { lines, sentence, ids: width, longest } = ROOM[look];
  let used = 0;
  const shown: Html[] = [];
  for (const cause of all.slice(0, MOST[look])) {
    const toDo = clipped(telling.problem(cause.problem), longest);
    const listed = idsWithin(cause.ids, 2 * width);
    used += AROUND + Math.ceil(toDo.length / sentence) + Math.ceil(listed.join(', ').length / width);
    if (used > lines && shown.length > 0) break;
    shown.push(
      group(
        cause.ids,
        listed,
        html`<h3>${telling.cause(cause)}</h3>
          <p class="do">${toDo}</p>`,
        telling,
      ),
    );
  }
  return html`<ul class="causes ${look}">
      ${shown}
    </ul>
    ${rest(all.slice(shown.length), telling)}`;
}

/** Lines that have one thing in common: how many, what, and whose. */
function group(ids: readonly string[], listed: readonly string[], what: Html, telling: Telling): Html {
  const left = ids.length - listed.length;
  const names = listed.map((id, nth) => html`${nth > 0 ? ', ' : ''}<bdi>${id}</bdi>`);
  const others = left > 0 ? telling.count(listed.length > 0 ? 'andOthers' : 'inWorkbook', left) : '';
  return html`<li>
    <span class="many">${telling.number(ids.length)}</span>
    ${what}
    <p class="ids">${names} ${others}</p>
  </li>`;
}

function rest(all: readonly { readonly ids: readonly string[] }[], telling: Telling): Html {
  const left = all.reduce((sum, { ids }) => sum + ids.length, 0);
  return left > 0 ? html`<p class="rest">${telling.count('andOtherCauses', left)}</p>` : html``;
}

function elsewhere(all: readonly Organism[], telling: Telling): Html {
  const shown = all.slice(0, MOST.organisms).map(({ label, ids }) => {
    const name = clipped(masked(label) || telling.say('organism.unnamed'), LONGEST_ORGANISM);
    return group(ids, idsWithin(ids, ROOM.waits.ids), html`<h3><bdi>${name}</bdi></h3>`, telling);
  });
  return html`<p class="do">${telling.say('elsewhere.do')}</p>
    <ul class="causes elsewhere">
      ${shown}
    </ul>
    ${rest(all.slice(MOST.organisms), telling)}`;
}

/** As many ids as there is room for, in characters. */
function idsWithin(all: readonly string[], room: number): readonly string[] {
  let used = 0;
  const names = all.filter((id) => id !== '').map((id) => clipped(masked(id), LONGEST_ID));
  return names.filter((id) => (used += id.length + 2) <= room);
}

function clipped(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
