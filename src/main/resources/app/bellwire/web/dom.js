// Small tools for the page: elements, patching, times, plurals. Foreign text only ever becomes a
// text node.

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FULL = new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeStyle: 'long'});

export const byId = (id) => document.getElementById(id);

/** An element with attributes (false and null leave one out, true leaves it bare) and children. */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== ''));
  return element;
}

/** Makes `now` look like `then`, changing as little as possible; what is open stays open. */
export function morph(now, then) {
  if (now.nodeName !== then.nodeName || now.nodeType !== then.nodeType) {
    now.replaceWith(then);
  } else if (now.nodeType === Node.TEXT_NODE) {
    if (now.data !== then.data) now.data = then.data;
  } else {
    morphAttributes(now, then);
    morphChildren(now, then);
  }
}

function morphAttributes(now, then) {
  for (const {name} of [...now.attributes]) {
    if (name !== 'open' && !then.hasAttribute(name)) now.removeAttribute(name);
  }
  for (const {name, value} of then.attributes) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
}

/** Children with ids are known by them, others by their place. */
function morphChildren(now, then) {
  const wanted = [...then.childNodes];
  wanted.forEach((fresh, i) => {
    const there = now.childNodes[i];
    const same = fresh.id ? [...now.children].find((child) => child.id === fresh.id) : there;
    if (same && same.nodeType === fresh.nodeType && (fresh.id || !same.id)) {
      if (same !== there) now.insertBefore(same, there);
      morph(same, fresh);
    } else {
      now.insertBefore(fresh, there ?? null);
    }
  });
  while (now.childNodes.length > wanted.length) now.lastChild.remove();
}

const two = (number) => String(number).padStart(2, '0');

/** 14:05 */
export const clock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** 14:05 today, `Tue 15 Feb, 14:05` on other days, the year only if it is not this one. */
export function when(date, now = new Date()) {
  if (date.toDateString() === now.toDateString()) return clock(date);
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${DAYS[date.getDay()]} ${date.getDate()} ${MONTHS[date.getMonth()]}${year}, ${clock(date)}`;
}

/** A time in the reader's own zone, the full date in its title. */
export function time(iso, attributes = {}, shown = when) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return el('span', attributes, String(iso));
  return el('time', {datetime: iso, title: FULL.format(date), ...attributes}, shown(date));
}

/** 1,204 */
export const figure = (number) => Number(number).toLocaleString('en-GB');

/** `1 story`, `2 stories` */
export function count(number, one, many = `${one}s`) {
  return `${figure(number)} ${number === 1 ? one : many}`;
}
