// The desk: trouble, the last 24 hours, the sum since midnight, sources, waiting, alerts, config.

import {byId, clock, count, el, figure, morph, svg, time, when} from './dom.js';

const WIDTH = 320;
const BASE = 58;
const TOP = 4;
const opened = new Set();
let last = null;

/** Shows a desk as the API gives it. */
export function show(desk) {
  last = desk;
  const then = el('div', {id: 'desk'}, [
    troubles(desk), day(desk), sum(desk), sources(desk), waiting(desk), alerts(desk), config(desk), foot(desk),
  ]);
  morph(byId('desk'), then);
}

export function verdict({verdict: {trouble, clauses}}) {
  const parts = clauses.map(({row, words, at}) => [
    el('a', {href: `#${row}`}, words, at ? [' ', time(at)] : null), words.endsWith('.') ? ' ' : '. ']);
  const then = el('p', {id: 'verdict', role: 'status', class: trouble ? 'trouble' : null},
    trouble ? [el('strong', {}, 'Trouble'), ' '] : null, parts);
  morph(byId('verdict'), then);
}

export function lost(since) {
  morph(byId('verdict'), el('p', {id: 'verdict', role: 'status', class: 'trouble'},
    'This page has lost Bellwire since ', time(since), ' and keeps trying'));
}

function section(id, title, ...content) {
  return el('section', {id, 'aria-labelledby': `${id}-h`, tabindex: '-1'}, el('h2', {id: `${id}-h`}, title), content);
}

function troubles({troubles: all}) {
  if (!all.length) return null;
  return section('trouble', 'Trouble', el('ul', {class: 'troubles'}, all.map(trouble)));
}

function trouble({id, what, since, effect, fix}) {
  return el('li', {id, tabindex: '-1'},
    el('p', {class: 'what'}, el('strong', {}, what)),
    el('p', {}, 'Since ', time(since), '. ', effect),
    fix ? el('p', {}, fix) : null);
}

// --- the last 24 hours ---

function day({halfHours, missing, program, now}) {
  return section('day', 'Last 24 hours', strip(halfHours, missing, program, now), asTable(halfHours));
}

const total = (all, of) => all.reduce((sum, half) => sum + of(half), 0);

function title(halfHours, missing) {
  const lacking = missing.map(({source, from, to}) => `, ${source} missing ${clock(new Date(from))}–${clock(new Date(to))}`);
  return count(total(halfHours, (half) => half.reports), 'report') + ', '
    + count(total(halfHours, (half) => half.told), 'story', 'stories') + lacking.join('');
}

function strip(halfHours, missing, program, now) {
  const step = WIDTH / Math.max(1, halfHours.length);
  const most = Math.max(1, ...halfHours.map((half) => half.reports));
  const words = title(halfHours, missing);
  return el('figure', {class: 'strip'},
    svg('svg', {viewBox: `0 0 ${WIDTH} 88`, role: 'img', 'aria-labelledby': 'day-title'},
      svg('title', {id: 'day-title'}, words),
      svg('defs', {}, svg('pattern', {id: 'hatch', width: '5', height: '5', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
        svg('rect', {class: 'hatch', width: '1.6', height: '5'}))),
      halfHours.map((half, i) => column(half, i * step, step, most)),
      marks(halfHours, program, now, step)),
    el('figcaption', {}, words));
}

function column(half, x, step, most) {
  if (!half.running) return null;
  const height = half.reports ? Math.max(1.5, (BASE - TOP) * half.reports / most) : 0;
  const width = Math.max(1, step - 1.6);
  return svg('g', {},
    svg('title', {}, `${when(new Date(half.start))}: ${count(half.reports, 'report')}, ${count(half.told, 'story', 'stories')}${half.failed.length ? `; not read: ${half.failed.join(', ')}` : ''}`),
    half.failed.length ? svg('rect', {x, y: TOP, width: step, height: BASE - TOP, class: 'missed'}) : null,
    svg('rect', {x, y: BASE, width: step, height: 1, class: 'base'}),
    height ? svg('rect', {x: x + 0.8, y: BASE - height, width, height, class: 'bar'}) : null,
    half.told ? svg('rect', {x: x + step / 2 - 0.9, y: BASE + 4, width: 1.8, height: Math.min(3, half.told) * 3 + 1, class: 'tick'}) : null);
}

const endOf = (half) => new Date(new Date(half.start).getTime() + 1_800_000);

/** The hours under the bars, and where they begin when the program is younger than a day. */
function marks(halfHours, program, now, step) {
  if (!halfHours.length) return null;
  const started = new Date(program.started);
  const begin = halfHours.findIndex((half) => half.running);
  const fresh = begin > 0 && new Date(halfHours[begin].start) <= started && started < endOf(halfHours[begin]);
  const at = fresh ? begin * step : 0;
  const words = fresh ? `started ${clock(started)}` : clock(new Date(halfHours[0].start));
  const right = at > WIDTH * 0.6;
  return [
    svg('text', {x: right ? Math.min(WIDTH - 30, at + 2) : at, y: 86, 'text-anchor': right ? 'end' : 'start'}, words),
    at < WIDTH * 0.2 && halfHours.length > 24 ? svg('text', {x: WIDTH / 2, y: 86, 'text-anchor': 'middle'}, clock(new Date(halfHours[24].start))) : null,
    svg('text', {x: WIDTH, y: 86, 'text-anchor': 'end'}, 'now'),
  ];
}

function asTable(halfHours) {
  const rows = halfHours.map((half) => el('tr', {},
    el('th', {scope: 'row'}, time(half.start)),
    half.running
      ? [el('td', {class: 'n'}, figure(half.reports)), el('td', {class: 'n'}, figure(half.told)), el('td', {}, half.failed.join(', ') || 'none')]
      : el('td', {colspan: '3'}, 'Bellwire was off')));
  return el('details', {class: 'table'}, el('summary', {}, 'As a table'),
    el('table', {}, el('thead', {}, headers(['From', 'Reports', 'Stories', 'Not read'], [1, 2])), el('tbody', {}, rows)));
}

function headers(names, numbers = []) {
  return el('tr', {}, names.map((name, i) => el('th', {scope: 'col', class: numbers.includes(i) ? 'n' : null}, name)));
}

// --- the sum ---

const BEHIND = {Read: 'sources', Told: 'alerts', Waiting: 'waiting'};

function sum({sum: {read, matched, others, messages, median, slowest, late}}) {
  const lists = [...matched.parts, ...messages.parts, {word: 'Late', count: late.length, behind: late}];
  return section('sum', 'Since midnight',
    el('p', {class: 'sum'}, figured({word: 'Read', count: read, behind: []}), terms([{word: 'Matched', count: matched.total, behind: []}, ...others.parts])),
    el('p', {class: 'sum'}, totalled('Matched', matched)),
    el('p', {class: 'sum'}, totalled('Messages', messages)),
    median ? el('p', {class: 'sum'}, 'Source to chat: median ', el('b', {class: 'term'}, median), ', slowest ', el('b', {class: 'term'}, slowest)) : null,
    el('p', {class: 'sum'}, figured({word: 'Late', count: late.length, behind: late})),
    lists.filter(({word, behind}) => behind.length && opened.has(word)).map(behindList));
}

function totalled(word, {total: all, parts}) {
  return [el('span', {class: 'figure'}, `${word} `, el('b', {}, figure(all))), terms(parts)];
}

function terms(parts) {
  return parts.map((part, i) => [' ', el('span', {class: 'term'}, el('span', {class: 'sign'}, i === 0 ? '= ' : '+ '), figured(part))]);
}

function figured({word, count: number, behind}) {
  const shown = [`${word} `, el('b', {}, figure(number))];
  if (behind.length) {
    return el('button', {type: 'button', class: 'figure', 'data-opens': word, 'aria-expanded': String(opened.has(word))}, shown);
  }
  return BEHIND[word] ? el('a', {class: 'figure', href: `#${BEHIND[word]}`}, shown) : el('span', {class: 'figure'}, shown);
}

function behindList({word, behind}) {
  return el('ul', {class: 'behind', 'aria-label': word}, behind.map(({at, what, link}) =>
    el('li', {}, time(at), ' ', /^https?:/i.test(link ?? '')
      ? el('a', {href: link, target: '_blank', rel: 'noreferrer noopener'}, el('bdi', {}, what))
      : el('bdi', {}, what))));
}

document.addEventListener('click', (event) => {
  const word = event.target.closest('[data-opens]')?.dataset.opens;
  if (!word) return;
  if (!opened.delete(word)) opened.add(word);
  show(last);
});

// --- the rest ---

function sources({sources: all}) {
  const none = el('p', {}, 'No source is set. Add one under sources: in config/bellwire.yml; no restart is needed.');
  return section('sources', 'Sources', all.length ? sourceTable(all) : none);
}

function sourceTable(all) {
  const rows = all.map(({name, lastLook, nextLook, newSinceMidnight, condition, words}) =>
    el('tr', {role: 'row', class: condition.toLowerCase()},
      el('th', {role: 'rowheader', scope: 'row'}, el('bdi', {}, name)),
      cell('Last look', lastLook ? time(lastLook) : '–'),
      cell('Next look', nextLook ? time(nextLook) : '–'),
      cell('New', figure(newSinceMidnight), 'n'),
      el('td', {role: 'cell', class: 'state'}, words)));
  return el('table', {role: 'table', class: 'sources', 'aria-label': 'Sources'},
    el('thead', {role: 'rowgroup'}, headers(['Source', 'Last look', 'Next look', 'New', 'State'], [3])),
    el('tbody', {role: 'rowgroup'}, rows));
}

const cell = (label, shown, kind = '') => el('td', {role: 'cell', 'data-label': label, class: kind || null}, shown);

/** What people call a chat: that of this page by its name alone. */
const present = (chat) => chat.replace(/^local:/, '');

function waiting({waiting: all}) {
  return section('waiting', 'Waiting', all.length ? el('ul', {class: 'rows'}, all.map(wait)) : el('p', {}, 'Nothing is waiting.'));
}

function wait({chat, count: number, oldest, reason, nextTry}) {
  return el('li', {},
    el('p', {}, el('strong', {}, el('bdi', {}, present(chat))), ' ', count(number, 'alert'), ', oldest since ', time(oldest)),
    el('p', {class: 'by'}, reason, nextTry ? ['; next try ', time(nextTry)] : null));
}

function alerts({alerts: all, program}) {
  const none = el('p', {}, `No story told yet. ${listen(program.subscriptions)}`);
  return section('alerts', 'Last alerts', all.length ? el('ul', {class: 'rows'}, all.map(alert)) : none);
}

const listen = (number) => `${count(number, 'subscription')} ${number === 1 ? 'listens' : 'listen'}.`;

function alert({at, headline, language, chats, reports}) {
  return el('li', {},
    el('p', {}, el('bdi', {lang: language === 'und' ? null : language}, headline)),
    el('p', {class: 'by'}, time(at), ' · ', el('bdi', {}, chats.map(present).join(', ')), ' · ', count(reports, 'report')));
}

function config({config: {files, taken, refused}}) {
  return section('config', 'Config',
    el('p', {}, files.join(', '), ', taken ', time(taken), '.'),
    refused ? el('p', {class: 'refused'}, el('strong', {}, 'Refused'), ' ', time(refused.at), ': ',
      refused.file, refused.line ? `, line ${refused.line}: ` : ': ', refused.what, refused.hint ? ` ${refused.hint}` : '') : null);
}

function foot({program: {version, started, zone}}) {
  return el('p', {class: 'foot'}, `Version ${version}, running since `, time(started), `, zone ${zone}. `,
    el('a', {href: '/stories'}, 'Running stories'), ' · ',
    el('a', {href: '/metrics'}, 'Metrics'), ' · ', el('a', {href: '/healthz'}, 'Health'));
}
