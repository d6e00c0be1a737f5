// The chat: messages as cards, replies inside them, what is new and unseen, sending and pressing.

import {byId, count, el} from './dom.js';
import {edit, item, kind, replies} from './card.js';

const TOAST_MILLIS = 15_000;
const NEAR = 120;
const PAGE = 200; // messages the server gives at once; older ones before them are those they answer

export function chat(name, sounds) {
  const log = byId('log');
  const scroll = byId('scroll');
  const words = byId('words');
  const messages = new Map();
  const unseen = new Set();
  const unsent = [];
  let replyTo = null;
  let lost = false;
  let begun = false;
  let oldest = null;

  // --- what comes in ---

  function snapshot({messages: all, earlier, chats}) {
    showChats(chats.includes(name) ? chats : [name, ...chats]);
    const first = !begun;
    const ids = new Set(all.map((message) => message.id));
    for (const id of [...messages.keys()]) {
      if (!ids.has(id) && (!all.length || BigInt(id) >= BigInt(startOf(all).id))) drop(id);
    }
    all.forEach((message) => take(message, first));
    if (first) offerEarlier(all, earlier);
    begun = true;
    if (first) toFoot();
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
    empty();
  }

  /** The chats to choose from, where there is more than this one. */
  function showChats(all) {
    byId('chats').hidden = all.length < 2;
    byId('chats').replaceChildren(...all.map((one) =>
      el('a', {href: `/?chat=${encodeURIComponent(one)}`, 'aria-current': one === name ? 'page' : null}, one)));
  }

  const startOf = (all) => all[Math.max(0, all.length - PAGE)];

  function offerEarlier(all, more) {
    oldest = startOf(all)?.id;
    byId('earlier').hidden = !more;
  }

  function drop(id) {
    messages.delete(id);
    byId(`m${id}`)?.remove();
  }

  function take(message, quietly = false) {
    const before = messages.get(message.id);
    messages.set(message.id, message);
    if (before) {
      if (JSON.stringify(before) !== JSON.stringify(message)) keepingFoot(() => edit(byId(`m${message.id}`), message));
      return;
    }
    const atFoot = isAtFoot();
    const li = item(message);
    place(li, message);
    empty();
    if (quietly) return;
    if (message.from === 'user' || (atFoot && !nested(message))) toFoot();
    if (message.from === 'bot') announce(message, li);
  }

  /** The card a message stands in: that of its thread, unless the thread is only the person's own words. */
  function rootOf(message) {
    let root = message;
    for (let up = messages.get(message.thread); up; up = messages.get(up.thread)) root = up;
    if (root.from === 'bot') return root;
    return message;
  }

  const nested = (message) => rootOf(message).id !== message.id;

  function place(li, message) {
    const root = rootOf(message);
    const list = root.id === message.id ? log : replies(byId(`m${root.id}`));
    let next = null;
    for (let last = list.lastElementChild; last && isLater(last, message); last = last.previousElementSibling) next = last;
    list.insertBefore(li, next);
    if (list !== log) list.setAttribute('aria-label', count(list.children.length, 'follow-up'));
  }

  const isLater = (li, message) => BigInt(li.id.slice(1)) > BigInt(message.id);

  function empty() {
    byId('empty').hidden = messages.size > 0 || !begun;
  }

  function emptyWords(text) {
    byId('empty').textContent = text;
  }

  // --- what is new ---

  const sight = new IntersectionObserver((entries) => entries
    .filter((entry) => entry.isIntersecting && !document.hidden)
    .forEach((entry) => seen(entry.target)), {threshold: 0.2});

  function announce(message, li) {
    if (kind(message).news && !message.silent) sounds.ring();
    unseen.add(li);
    sight.observe(li);
    showUnseen();
  }

  function seen(li) {
    sight.unobserve(li);
    unseen.delete(li);
    showUnseen();
  }

  function showUnseen() {
    requestAnimationFrame(() => {
      const alerts = [...unseen].filter(isAlert).length;
      const label = alerts ? count(alerts, 'new alert') : count(unseen.size, 'new message');
      byId('fresh').hidden = unseen.size === 0;
      byId('fresh').textContent = label;
      document.title = alerts ? `(${alerts}) Bellwire` : 'Bellwire';
      byId('to-chat').textContent = alerts ? `Chat (${alerts})` : 'Chat';
    });
  }

  const isAlert = (li) => {
    const message = messages.get(li.id.slice(1));
    return Boolean(message && kind(message).news);
  };

  function look() {
    if (document.hidden) return;
    unseen.forEach((li) => {
      sight.unobserve(li);
      sight.observe(li);
    });
  }

  byId('fresh').addEventListener('click', () => {
    const [first] = [...unseen].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    first?.scrollIntoView({block: 'center', behavior: 'instant'});
    first?.querySelector('article')?.focus({preventScroll: true});
  });

  document.addEventListener('visibilitychange', look);

  const isAtFoot = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;

  function toFoot() {
    scroll.scrollTop = scroll.scrollHeight;
    scrollTo(0, document.documentElement.scrollHeight);
  }

  function keepingFoot(change) {
    const atFoot = isAtFoot();
    change();
    if (atFoot) toFoot();
  }

  byId('earlier').addEventListener('click', async () => {
    const answer = await fetch(`${path}?before=${encodeURIComponent(oldest)}`);
    if (!answer.ok) return;
    const all = await answer.json();
    const height = scroll.scrollHeight;
    const fresh = all.filter((message) => !messages.has(message.id));
    fresh.forEach((message) => messages.set(message.id, message));
    fresh.forEach((message) => place(item(message), message));
    offerEarlier(all, all.length >= PAGE);
    scroll.scrollTop += scroll.scrollHeight - height;
  });

  // --- what goes out ---

  const path = `/api/chats/${encodeURIComponent(name)}/messages`;

  async function post(body) {
    try {
      const answer = await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
      const said = await answer.json().catch(() => ({}));
      return answer.ok ? {done: true} : {error: said.error ?? `Bellwire answers ${answer.status}.`};
    } catch {
      return {lost: true};
    }
  }

  /** Names what is sent, so that it counts once when it has to be sent again. */
  const key = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');

  function note(text) {
    byId('note').textContent = text;
  }

  async function say(text) {
    const body = {text, key: key(), ...(replyTo ? {reply_to: replyTo} : {})};
    unsent.push(body);
    leaveReply();
    await send();
  }

  let sending = false;
  async function send() {
    if (sending) return;
    sending = true;
    while (unsent.length) {
      const result = await post(unsent[0]);
      if (result.lost) break;
      const [{text}] = unsent.splice(0, 1);
      if (result.error) {
        note(result.error);
        if (!words.value) words.value = text;
      }
    }
    sending = false;
    showUnsent();
  }

  function showUnsent() {
    if (unsent.length) note(`Sent when it is back: ${unsent.map(({text}) => text).join(' · ')}`);
    else if (byId('note').textContent.startsWith('Sent when')) note('');
  }

  function setLost(now) {
    if (lost && !now) send();
    lost = now;
    if (lost && !unsent.length) note('Sent when it is back');
    else showUnsent();
  }

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (!text) return;
    words.value = '';
    if (!lost) note('');
    grow();
    say(text);
  });

  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId('composer').requestSubmit();
    } else if (event.key === 'Escape') {
      leaveReply();
    }
  });

  function grow() {
    words.rows = Math.min(6, Math.max(1, words.value.split('\n').length));
  }
  words.addEventListener('input', grow);

  // --- answering a card ---

  function reply(id) {
    const message = messages.get(id);
    if (!message) return;
    replyTo = rootOf(message).id;
    byId('replying').replaceChildren('Replying to ', el('bdi', {}, kind(messages.get(replyTo)).words), ' ', el('button', {type: 'button', id: 'unreply'}, 'Leave (Esc)'));
    byId('replying').hidden = false;
    words.focus();
  }

  function leaveReply() {
    replyTo = null;
    byId('replying').hidden = true;
  }

  byId('replying').addEventListener('click', (event) => {
    if (event.target.id === 'unreply') {
      leaveReply();
      words.focus();
    }
  });

  // --- buttons ---

  const pressed = new Set();
  async function press(button) {
    const id = button.dataset.press;
    if (pressed.has(id)) return;
    pressed.add(id);
    const li = button.closest('li');
    const result = await post({button: id});
    pressed.delete(id);
    if (result.lost) toast({id: li.id.slice(1), text: 'Not sent: Bellwire does not answer. Press again when it is back.'});
    if (result.error) toast({id: li.id.slice(1), text: result.error});
  }

  async function copy(button) {
    const text = button.dataset.copy;
    const id = button.closest('li').id.slice(1);
    try {
      await navigator.clipboard.writeText(text);
      toast({id, text: `Copied: ${text}`});
    } catch {
      getSelection().selectAllChildren(button);
      toast({id, text: 'Selected; copy it with the keyboard.'});
    }
  }

  function toast({id, text}) {
    const line = byId(`m${id}`)?.querySelector(':scope > article > .toast');
    if (!line) {
      note(text);
      return;
    }
    keepingFoot(() => { line.textContent = text; });
    clearTimeout(line.timer);
    line.timer = setTimeout(() => { line.textContent = ''; }, TOAST_MILLIS);
  }

  log.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.press) press(button);
    else if (button.dataset.reply) reply(button.dataset.reply);
    else if (button.dataset.copy !== undefined) copy(button);
  });

  log.addEventListener('keydown', (event) => {
    const li = event.target.closest('li');
    if (event.key === 'Escape') {
      leavePicker(li);
      words.focus();
    } else if (startsTyping(event)) {
      reply(li.id.slice(1));
    }
  });

  const startsTyping = (event) => event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    && !event.isComposing && event.target.closest('li')?.classList.contains('card');

  function leavePicker(li) {
    const out = [...li.querySelectorAll(':scope > article > .body button[data-press]')]
      .find((button) => ['Cancel', 'Close'].includes(button.textContent));
    if (out) press(out);
  }

  return {snapshot, take, toast, setLost, emptyWords, look, note};
}
