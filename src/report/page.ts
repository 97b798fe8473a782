import { createHash } from 'node:crypto';
import { Html, html } from './html';
import { lists } from './lists';
import { masked } from './mask';
import { lastRuns } from './pictures/lastRuns';
import { people } from './pictures/people';
import { saidBars } from './pictures/saidBars';
import { shareBar } from './pictures/shareBar';
import type { RunReport } from './runReport';
import { STYLE } from './style';
import { summaryOf, type Summary } from './summary';
import { Telling } from './telling';

const MOST_NOTES = 3;
const LONGEST_NOTE = 280;
const LONGEST_NAME = 80;
const MOST_FIELDS = 8;

/**
 * The report of a run as one page that needs nothing else: no script, no font, no address of any kind. It prints on two
 * sheets of A4, whatever the length of the list. It names participants by the PLIE's own ids only.
 */
export function renderPage(report: RunReport): string {
  const telling = new Telling(report.locale, report.timeZone);
  const summary = summaryOf(report);
  const title = telling.say('title', { structure: named(report), date: telling.moment(report.at) });
  return html`<!doctype html>
    <html lang="${report.locale}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${styleElement()}
      </head>
      <body>
        <main>
          ${top(report, summary, telling)} ${notes(report, telling)} ${pictures(report, summary, telling)}
          <div class="second">${lists(summary, telling)}</div>
          <footer>${held(report, telling)}${telling.say('footer')}</footer>
        </main>
      </body>
    </html> `.text;
}

/** Nothing is loaded and nothing runs; the one style is known by its sum. */
function contentPolicy(): string {
  const sum = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'`;
}

/** Not a blank more than the sum was taken of. */
function styleElement(): Html {
  return new Html(`<style>${STYLE}</style>`);
}

function top(report: RunReport, summary: Summary, telling: Telling): Html {
  const { dryRun, listDate, run } = report;
  const state = dryRun ? 'dry' : 'sent';
  const list = listDate ? telling.say('listDate', { day: telling.day(listDate) }) : '';
  const number = run ? telling.say('run', { run }) : '';
  return html`<header>
      <div>
        <p class="over"><bdi>${named(report)}</bdi></p>
        <h1>${telling.say('heading')}</h1>
        <p class="when">${telling.moment(report.at)}${list}${number}</p>
      </div>
      <p class="state ${state}">${telling.say(`state.${state}`)}</p>
    </header>
    <p class="lead">${lead(report, summary, telling)}</p>
    <ul class="figures">
      ${figures(report, summary, telling)}
    </ul>`;
}

function lead({ dryRun }: RunReport, { said, counts }: Summary, telling: Telling): string {
  const first = telling.count(dryRun ? 'lead.dry' : 'lead.sent', said, { lines: telling.count('lines', counts.lines) });
  if (dryRun) return `${first} ${telling.say('lead.next')}`;
  return counts.remindersStopped > 0 ? `${first} ${telling.count('reminders', counts.remindersStopped)}` : first;
}

function figures({ dryRun }: RunReport, { said, counts }: Summary, telling: Telling): readonly Html[] {
  const second = dryRun
    ? (['unchanged', counts.unchanged] as const)
    : (['reminders', counts.remindersStopped] as const);
  const shown = [
    ['said', said],
    second,
    ['alreadyAccompanied', counts.alreadyAccompanied],
    ['waiting', counts.waiting],
    ['toCorrect', counts.toCorrect],
  ] as const;
  return shown.map(([id, value]) => {
    const label = telling.say(`figure.${id}${id === 'said' && dryRun ? '.dry' : ''}`);
    return html`<li class="${id}"><b>${telling.number(value)}</b> ${label}</li>`;
  });
}

function notes(report: RunReport, telling: Telling): Html {
  const told = report.notes.slice(0, MOST_NOTES).map((note) => telling.problem(note).slice(0, LONGEST_NOTE));
  return told.length === 0
    ? html``
    : html`<ul class="notes">
        ${told.map((note) => html`<li>${note}</li>`)}
      </ul>`;
}

function pictures(report: RunReport, summary: Summary, telling: Telling): Html {
  const dry = report.dryRun ? '.dry' : '';
  const { unchanged, remindersStopped } = summary.counts;
  return html`<section>
      <h2>${telling.say('share.title')}</h2>
      ${shareBar(summary, telling, dry)}
    </section>
    <section class="two">
      <div>
        <h2>${telling.say(`said.title${dry}`)}</h2>
        ${saidBars(summary, telling)}
        <p class="under">${telling.count('unchanged', unchanged)}</p>
      </div>
      <div>
        <h2>${telling.say('reminders.title')}</h2>
        ${remindersStopped > 0
          ? people(remindersStopped, telling)
          : html`<p class="none">${telling.say(`reminders.none${dry}`)}</p>`}
      </div>
    </section>
    <section>
      <h2>${telling.say('runs.title')}</h2>
      ${report.runs.length > 0 ? lastRuns(report.runs, telling) : html`<p class="none">${telling.say('runs.none')}</p>`}
    </section>`;
}

/** What the convention keeps with the PLIE. */
function held({ cut }: RunReport, telling: Telling): Html {
  if (cut.length === 0) return html``;
  const fields = cut.slice(0, MOST_FIELDS).map((field) => telling.field(field));
  const more = cut.length > MOST_FIELDS ? ['…'] : [];
  return html`${telling.say('cut', { fields: [...fields, ...more].join(', ') })} `;
}

function named({ structure }: RunReport): string {
  return [...masked(structure)].slice(0, LONGEST_NAME).join('');
}
