// One message as elements: the tree of its rich text, its buttons, its place for replies.

import {el, morph, time} from './dom.js';

const TAGS = ['New', 'Corrected', 'Withdrawn'];

const plain = (nodes) => nodes.map((node) => node.text ?? node.label ?? node.fallback ?? plain(node.nodes ?? [])).join('');

const isBlock = (node) => node.t === 'fold' || node.t === 'block';

/** Rich text as blocks: folds, fixed-pitch blocks and paragraphs, each an array of lines. */
function blocks(nodes) {
  const all = [];
  let lines = [[]];
  const close = () => {
    while (lines.length && !lines[0].length) lines.shift();
    while (lines.length && !lines.at(-1).length) lines.pop();
    if (lines.length) all.push({lines});
    lines = [[]];
  };
  const text = (words) => words.split('\n').forEach((piece, i) => {
    if (i > 0) {
      if (!lines.at(-1).length) close();
      else lines.push([]);
    }
    if (piece !== '') lines.at(-1).push({t: 'text', text: piece});
  });
  for (const node of nodes) {
    if (isBlock(node)) {
      close();
      all.push({block: node});
    } else if (node.t === 'text') {
      text(node.text);
    } else {
      lines.at(-1).push(node);
    }
  }
  close();
  return all;
}

const isNews = (node) => node.t === 'news' || (node.nodes ?? []).some(isNews);

/** What a message is, as far as its form tells: its headline, its tag, whether it is news. */
export function kind(message) {
  const [first] = blocks(message.rich);
  const line = first?.lines?.[0] ?? [];
  const bold = line[0]?.t === 'bold' ? line[0] : null;
  const words = bold ? plain(bold.nodes).trim() : '';
  return {
    headline: bold && line.length === 1 ? bold : null,
    tag: TAGS.includes(words) ? words : null,
    withdrawn: words.startsWith('WITHDRAWN'),
    news: Boolean(bold && (isNews(bold) || TAGS.includes(words) || words.startsWith('WITHDRAWN'))),
    words: words || plain(message.rich).split('\n')[0],
  };
}

function inline(node) {
  switch (node.t) {
    case 'text': return node.text;
    case 'news': return el('bdi', {lang: node.lang && node.lang !== 'und' ? node.lang : null}, node.text);
    case 'bold': return el('strong', {}, node.nodes.map(inline));
    case 'struck': return el('s', {}, node.nodes.map(inline));
    case 'code': return query(node.text);
    case 'link': return link(node);
    case 'time': return time(node.at);
    case 'block': return el('code', {}, node.text);
    case 'fold': return node.nodes.map(inline);
    default: return node.text ?? '';
  }
}

function query(words) {
  return el('button', {type: 'button', class: 'query', 'data-copy': words, title: 'Copy'}, el('code', {}, words));
}

const isWeb = (href) => /^https?:\/\//i.test(href);

/** A running story on a page of ours. */
const isStory = (href) => /^\/stories\/\d+$/.test(href);

function link({label, href}) {
  const words = el('bdi', {}, label);
  if (isStory(href)) return el('a', {href}, words);
  return isWeb(href) ? el('a', {href, target: '_blank', rel: 'noreferrer noopener'}, words) : words;
}

function lines(all) {
  return all.map((line, i) => [i > 0 ? '\n' : '', line.map(inline)]);
}

function block(node) {
  return node.t === 'block' ? el('pre', {tabindex: '0'}, node.text) : fold(node);
}

function fold({title, nodes}) {
  return el('details', {}, el('summary', {}, title), blocks(nodes).map(paragraph));
}

/** Whether a line is about the message and not what it says: why it came, what was left out. */
const isAside = ([first, second]) => (first?.text === 'For ' && second?.t === 'code') || Boolean(first?.text?.startsWith('Left out: ') && !second);

/** A line of signs between dots; a dot ends a line rather than begins one. */
function byline(nodes) {
  return nodes.map((node) => inline(node.t === 'text' ? {...node, text: node.text.replaceAll(' · ', '\u00a0· ')} : node));
}

function paragraph(part) {
  if (part.block) return block(part.block);
  const why = part.lines.findIndex(isAside);
  if (why < 0) return el('p', {}, lines(part.lines));
  return [
    why > 0 ? el('p', {}, lines(part.lines.slice(0, why))) : null,
    el('p', {class: 'why'}, lines(part.lines.slice(why))),
  ];
}

function headed(message, is) {
  const [first, ...rest] = blocks(message.rich);
  const headline = el('h3', {id: `h${message.id}`, class: is.withdrawn ? 'gone' : null}, is.headline.nodes.map(inline));
  const under = is.withdrawn ? first.lines.slice(1, 2) : [];
  const by = first.lines.slice(1 + under.length, is.news ? 2 + under.length : 1);
  const others = first.lines.slice(1 + under.length + by.length);
  return [
    headline,
    under.length ? el('p', {}, lines(under)) : null,
    by.length ? el('p', {class: 'by'}, by.map(byline)) : null,
    others.length ? paragraph({lines: others}) : null,
    rest.map(paragraph),
  ];
}

function tagged(message, is) {
  const [first, ...rest] = blocks(message.rich);
  const [by, ...others] = first.lines;
  const tag = el('strong', {class: `tag ${is.tag.toLowerCase()}`}, is.tag);
  const source = by.slice(1).map((node, i) => (i === 0 && node.t === 'text' ? {...node, text: node.text.replace(/^ · /, '')} : node));
  const byLine = el('p', {class: 'by'}, tag, ' ', byline(source));
  return [byLine, others.length ? paragraph({lines: others}) : null, rest.map(paragraph)];
}

function words(message, is) {
  if (is.headline) return headed(message, is);
  return is.tag ? tagged(message, is) : blocks(message.rich).map(paragraph);
}

function button(shown, subject) {
  if (shown.url) {
    return isWeb(shown.url)
      ? el('a', {class: 'button', href: shown.url, target: '_blank', rel: 'noreferrer noopener', 'aria-label': `${shown.label}: ${subject}`}, shown.label)
      : null;
  }
  return el('button', {type: 'button', 'data-press': shown.id}, el('bdi', {}, shown.label));
}

function buttons(message, is) {
  const reply = is.headline && is.news && message.from === 'bot'
    ? el('button', {type: 'button', class: 'reply', 'data-reply': message.id}, 'Reply')
    : null;
  if (!message.buttons.length && !reply) return null;
  const rows = Map.groupBy(message.buttons, (shown) => shown.row ?? 0);
  return el('div', {role: 'group', class: 'buttons', 'aria-label': is.news ? 'This story' : 'Answers'},
    [...rows.values()].map((row) => el('span', {class: row.length === 1 ? 'row alone' : 'row'}, row.map((shown) => button(shown, is.words)))),
    reply);
}

/** The part of a message that an edit replaces. */
function body(message, is) {
  const at = is.tag ? null : time(message.at, {class: 'at'});
  return el('div', {class: 'body'}, at, words(message, is), buttons(message, is));
}

/** A new list item for a message. */
export function item(message) {
  const is = kind(message);
  const name = is.headline ? {'aria-labelledby': `h${message.id}`} : {'aria-label': `${message.from === 'bot' ? 'Bellwire' : 'You'}: ${is.words}`};
  return el('li', {id: `m${message.id}`, class: message.from === 'bot' ? 'card' : 'mine'},
    el('article', {tabindex: '-1', ...name},
      body(message, is),
      el('p', {class: 'toast', role: 'status'})));
}

/** The list of follow-ups inside a card, made when it is first needed. */
export function replies(li) {
  const article = li.firstElementChild;
  const there = article.querySelector(':scope > .replies');
  if (!there) article.append(el('ol', {class: 'replies'}));
  return there ?? article.lastElementChild;
}

/** Changes a shown message in place. The focus stays on the same button, or else on the card. */
export function edit(li, message) {
  const article = li.firstElementChild;
  const now = article.querySelector(':scope > .body');
  const focused = now.contains(document.activeElement) ? document.activeElement : null;
  const label = focused?.textContent;
  morph(now, body(message, kind(message)));
  name(article, message);
  if (focused && !(focused.isConnected && focused.textContent === label && document.activeElement === focused)) {
    refocus(article, label);
  }
}

function name(article, message) {
  const is = kind(message);
  article.removeAttribute(is.headline ? 'aria-label' : 'aria-labelledby');
  if (is.headline) article.setAttribute('aria-labelledby', `h${message.id}`);
  else article.setAttribute('aria-label', `Bellwire: ${is.words}`);
}

function refocus(article, label) {
  const same = [...article.querySelectorAll('button, a, summary')].find((one) => one.textContent === label);
  (same ?? article).focus({preventScroll: true});
}
