// The running stories as a list, or one of them as a timeline, newest first.

import {byId, count, el, time} from './dom.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const isWeb = (href) => /^https?:\/\//i.test(href ?? '');

const news = (words, language) => el('bdi', {lang: language && language !== 'und' ? language : null}, words);

/** A day that a report names: never a time, never moved by a zone. */
function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  const named = `${date} ${MONTHS[month - 1]}`;
  return year === new Date().getFullYear() ? named : `${named} ${year}`;
}

const tag = (word) => el('strong', {class: `tag ${word.toLowerCase()}`}, word);

function tags({corrected, withdrawn}) {
  return [withdrawn ? [tag('Withdrawn'), ' '] : null, corrected ? [tag('Corrected'), ' '] : null];
}

function headline(words, language, withdrawn) {
  return withdrawn ? el('s', {}, news(words, language)) : news(words, language);
}

function listed({id, headline: words, language, updated, withdrawn, stories, reports}) {
  return el('li', {},
    el('h3', {}, el('a', {href: `/stories/${id}`}, headline(words, language, withdrawn))),
    el('p', {class: 'by'}, tags({withdrawn}), count(stories, 'story', 'stories'), ', ', count(reports, 'report'), ', updated ', time(updated)));
}

const MARKS = {CORRECTION: 'Corrected', WITHDRAWAL: 'Withdrawn', WITHDRAWN: 'Withdrawn'};

function report({agency, link, at, day: named, mark}) {
  const name = el('bdi', {}, agency);
  return el('li', {class: 'by'},
    isWeb(link) ? el('a', {href: link, target: '_blank', rel: 'noreferrer noopener'}, name) : name,
    ', ', named ? day(named) : time(at),
    MARKS[mark] ? [' ', tag(MARKS[mark])] : null);
}

function story(one) {
  const agencies = one.agencies.length ? ['; ', el('bdi', {}, one.agencies.join(', '))] : null;
  const counts = one.reports.length > 1 && one.agencies.length
    ? `, ${count(one.reports.length, 'report')}, ${count(one.agencies.length, 'agency', 'agencies')}`
    : null;
  return el('li', {},
    el('article', {'aria-labelledby': `s${one.id}`},
      el('h3', {id: `s${one.id}`}, headline(one.headline, one.language, one.withdrawn)),
      el('p', {class: 'by'}, tags(one), time(one.opened), agencies, counts),
      el('ul', {class: 'reports', 'aria-label': 'Reports'}, one.reports.map(report))));
}

function showList(all) {
  byId('all').setAttribute('aria-current', 'page');
  byId('about').textContent = all.length
    ? 'Those that gained something in the last 7 days, the newest first.'
    : 'No report was read in the last 7 days.';
  byId('stories').replaceChildren(...all.map(listed));
}

function showTimeline({stories}) {
  const [last] = stories;
  document.title = `${last.headline} · Bellwire`;
  byId('title').replaceChildren('Story so far');
  byId('about').textContent = `${count(stories.length, 'story', 'stories')}, the newest first.`;
  byId('stories').classList.add('course');
  byId('stories').replaceChildren(...stories.map(story));
}

const id = /^\/stories\/(\d+)$/.exec(location.pathname)?.[1];

try {
  const answer = await fetch(id ? `/api/stories/${id}` : '/api/stories');
  const json = await answer.json();
  if (!answer.ok) byId('about').textContent = json.error;
  else if (id) showTimeline(json);
  else showList(json);
} catch {
  byId('about').textContent = 'Bellwire does not answer. Load the page again when it runs.';
}
