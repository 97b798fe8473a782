'use strict';
// Everything is written with textContent: no text of the sandbox, nor of a caller, is ever read as HTML.

const SHORT = 8;
const shown = {};
let latest;

const byId = (id) => document.getElementById(id);

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

const number = (value) => value.toLocaleString('fr-FR');
const plural = (count, one, many) => `${number(count)} ${count < 2 ? one : many}`;
// The year is said only when it is not this one.
function day(text) {
  const thisYear = !latest || latest.today.slice(0, 4) === text.slice(0, 4);
  const year = thisYear ? {} : { year: 'numeric' };
  const spelled = new Date(`${text.slice(0, 10)}T12:00:00Z`).toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    ...year,
    timeZone: 'Europe/Paris',
  });
  return spelled.replace(/^1 /, '1er ');
}
const clock = (text) => new Date(text).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' });

function who(row) {
  return make('div', 'who', make('strong', '', row.name), make('span', '', row.about));
}

function counters(target, values, before) {
  const entries = [
    ['ours', 'accompagnés par le PLIE'],
    ['planned', 'relances prévues'],
    ['others', 'accompagnés par d’autres'],
  ];
  const cells = entries.map(([key, label]) =>
    make(
      'div',
      before && before[key] !== values[key] ? 'changed' : '',
      make('dt', '', label),
      make('dd', '', number(values[key])),
    ),
  );
  byId(target).replaceChildren(...cells);
}

function list(id, rows, rowOf, emptyText, head) {
  const all = shown[id] === true;
  const part = all ? rows : rows.slice(0, SHORT);
  const content = part.length > 0 ? part.map(rowOf) : [make('p', 'empty', emptyText)];
  byId(id).replaceChildren(...(head && part.length > 0 ? [head] : []), ...content);
  const more = document.querySelector(`[data-more="${id}"]`);
  more.hidden = rows.length <= SHORT;
  more.textContent = all ? 'Réduire la liste' : `Afficher les ${number(rows.length)}`;
}

function relanceRow(row) {
  const plan = `${row.channel[0].toUpperCase()}${row.channel.slice(1)} le ${day(row.on)}`;
  const before = make('div', row.stoppedAt ? 'past' : '', plan, make('span', 'sub', row.reason));
  const now = row.stoppedAt
    ? make(
        'div',
        '',
        make('span', 'tag green', 'Relance arrêtée'),
        make('span', 'sub', `à ${clock(row.stoppedAt)} par la déclaration ${row.reference}`),
      )
    : make(
        'div',
        '',
        make('span', 'tag amber', 'Toujours prévue'),
        make('span', 'sub', 'personne n’a déclaré d’accompagnement'),
      );
  return make('div', 'row', who(row), before, now);
}

const STATUTS = {
  PREVU: ['Prévu', 'blue'],
  OUVERT: ['En cours', 'green'],
  SUSPENDU: ['Suspendu', 'amber'],
  CLOS: ['Terminé', ''],
  ANNULE: ['Annulé', ''],
};

function oursRow(row) {
  const [label, color] = STATUTS[row.statut] || [row.statut, ''];
  const dates = row.until ? `du ${day(row.since)} au ${day(row.until)}` : `depuis le ${day(row.since)}`;
  const left = who(row);
  left.append(make('span', 'sub', `${row.reference} · ${dates} · reçu à ${clock(row.at)}`));
  return make('div', 'row', left, make('div', 'right', make('span', `tag ${color}`, label)));
}

function othersRow(row) {
  const role = row.role === 'REFERENT' ? 'référent' : 'partenaire';
  const right = make('div', 'right', row.organism, make('span', 'sub', `${role} depuis le ${day(row.since)}`));
  return make('div', 'row', who(row), right);
}

const STATES = {
  waiting: ['Pas encore reçue', 'amber'],
  received: ['Reçue par le PLIE', 'blue'],
  cancelled: ['Annulée', ''],
  closed: ['Close par France Travail', ''],
};
const DECISIONS = {
  ACCEPTEE: ['Acceptée', 'green'],
  REFUSEE: ['Refusée', 'amber'],
  REORIENTEE: ['Réorientée', 'amber'],
  ABSENT: ['Personne absente', 'amber'],
};

function referralRow(row) {
  const [label, color] = (row.state === 'answered' && DECISIONS[row.answer]) || STATES[row.state] || [row.state, ''];
  const left = who(row);
  const due = row.dueOn ? ` · réponse attendue le ${day(row.dueOn)}` : '';
  left.append(make('span', 'sub', `envoyée le ${day(row.createdAt)}${due}`));
  if (row.reason) left.append(make('span', 'sub', row.reason));
  return make(
    'div',
    'row',
    left,
    make('div', 'right', make('span', `tag ${color}`, label), make('span', 'sub', row.id)),
  );
}

function callRow(line) {
  const sentence = make('p', '', `${line.what} — `, make('b', '', line.outcome));
  return make('li', line.tone, make('time', '', clock(line.at)), sentence, make('code', '', line.code));
}

function isBackground(line) {
  return line.tone === 'quiet' || line.code === 'token' || /^(Recherche|Qui accompagne)/.test(line.what);
}

function drawCalls() {
  const quiet = byId('quiet').checked;
  const lines = latest.calls.filter((line) => quiet || !isBackground(line)).slice(0, 60);
  const content =
    lines.length > 0 ? lines.map(callRow) : [make('li', 'none', make('p', 'note', 'Aucun appel pour l’instant.'))];
  byId('calls').replaceChildren(...content);
}

function drawFaults() {
  const faults = byId('faults');
  faults.hidden = latest.faults.length === 0;
  const sentences = latest.faults.map((fault) => {
    const time = fault.secondsLeft === null ? '' : `, encore ${fault.secondsLeft} s`;
    const left = fault.remaining === null ? '' : `, encore ${plural(fault.remaining, 'appel', 'appels')}`;
    return fault.sentence + time + left;
  });
  faults.replaceChildren(make('strong', '', 'Panne simulée en cours : '), sentences.join(' ; '));
}

function drawCandidates() {
  const select = byId('person');
  const wanted = latest.candidates.map(({ person }) => person).join();
  if (select.dataset.people === wanted || document.activeElement === select) return;
  select.dataset.people = wanted;
  select.replaceChildren(...latest.candidates.map(({ person, name }) => new Option(name, person)));
}

function draw() {
  const { structure, before, now } = latest;
  byId('structure').textContent = `${structure.label} (${structure.code})`;
  byId('today').textContent = `Nous sommes le ${day(latest.today)} ${latest.today.slice(0, 4)}.`;
  byId('before-at').textContent = `photo prise à ${clock(before.at)}`;
  counters('before', before);
  counters('now', now, before);
  byId('stopped').textContent = number(latest.stopped);
  byId('stopped').parentElement.classList.toggle('nothing', latest.stopped === 0);
  byId('stopped-label').textContent = latest.stopped < 2 ? 'relance arrêtée' : 'relances arrêtées';

  const head = make(
    'div',
    'row head',
    make('div', 'who', 'Personne'),
    make('div', '', 'Avant'),
    make('div', '', 'Maintenant'),
  );
  list('relances', latest.relances, relanceRow, 'Aucune relance prévue.', head);
  const cut =
    latest.relancesTotal > latest.relances.length
      ? ` (les ${number(latest.relances.length)} premières sur ${number(latest.relancesTotal)})`
      : '';
  byId('relances-note').textContent = `Sans déclaration d’accompagnement, France Travail relance${cut}.`;
  list('ours', latest.accompanied, oursRow, 'Personne pour l’instant : aucune déclaration n’est arrivée.');
  byId('ours-note').textContent = plural(now.ours, 'accompagnement en cours', 'accompagnements en cours');
  list('others', latest.others, othersRow, 'Personne.');
  byId('others-note').textContent = plural(now.others, 'personne', 'personnes');
  list('referrals', latest.referrals, referralRow, 'Aucune prescription.');
  const waiting = latest.referrals.filter(({ state }) => state === 'waiting').length;
  byId('referrals-note').textContent =
    `${plural(waiting, 'n’est pas encore reçue', 'ne sont pas encore reçues')} par le PLIE`;
  drawCalls();
  drawFaults();
  drawCandidates();
}

async function refresh() {
  try {
    const response = await fetch('/page/state');
    latest = await response.json();
    draw();
    byId('live').textContent = 'En direct';
    byId('live').classList.add('on');
  } catch {
    byId('live').textContent = 'Le bac à sable ne répond plus';
    byId('live').classList.remove('on');
  }
}

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ok: response.ok, answer: await response.json() };
}

document.addEventListener('click', (event) => {
  const id = event.target.dataset.more;
  if (!id) return;
  shown[id] = !shown[id];
  draw();
});
byId('quiet').addEventListener('change', drawCalls);
byId('photo').addEventListener('click', async () => {
  await post('/admin/photo', {});
  await refresh();
});
byId('send').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const order = {
    person: Number(form.get('person')),
    reason: form.get('reason'),
    comment: form.get('comment'),
    dueInDays: 21,
  };
  const { ok, answer } = await post('/admin/referrals', order);
  byId('sent').textContent = ok ? `${answer.personne} : prescription ${answer.identifiant} envoyée.` : answer.message;
  byId('comment').value = '';
  byId('person').blur();
  await refresh();
});

const feed = new EventSource('/page/events');
feed.addEventListener('changed', refresh);
feed.addEventListener('error', refresh);
feed.addEventListener('open', refresh);
// Faults run out by themselves, without a call that would tell.
setInterval(() => latest && latest.faults.length > 0 && refresh(), 1000);
refresh();
