// Connects the page with the server's events.

import {byId, count} from './dom.js';
import {chat as openChat} from './chat.js';
import * as desk from './desk.js';

const SILENCE_MILLIS = 25_000;
const GRACE_MILLIS = 1_500;

const name = new URLSearchParams(location.search).get('chat') ?? 'desk';

// --- sound ---

const sounds = {
  on: false,
  context: null,
  ring() {
    if (!this.on) return;
    this.context ??= new AudioContext();
    const now = this.context.currentTime;
    [[1318.5, 0.16, 0.9], [2637, 0.05, 0.5], [3951, 0.02, 0.25]].forEach(([pitch, loud, length]) => {
      const tone = new OscillatorNode(this.context, {frequency: pitch});
      const level = new GainNode(this.context, {gain: loud});
      level.gain.exponentialRampToValueAtTime(0.0001, now + length);
      tone.connect(level).connect(this.context.destination);
      tone.start(now);
      tone.stop(now + length);
    });
  },
};

function toggle(id, change) {
  const button = byId(id);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-checked') !== 'true';
    button.setAttribute('aria-checked', String(on));
    change(on);
  });
}

toggle('sound', (on) => {
  sounds.on = on;
  sounds.ring();
});

// --- the two views of a narrow page ---

function view(which) {
  document.body.dataset.view = which;
  byId('to-chat').setAttribute('aria-pressed', String(which === 'chat'));
  byId('to-desk').setAttribute('aria-pressed', String(which === 'desk'));
  chat.look();
}

byId('to-chat').addEventListener('click', () => view('chat'));
byId('to-desk').addEventListener('click', () => view('desk'));

document.addEventListener('click', (event) => {
  const href = event.target.closest('a')?.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return;
  event.preventDefault();
  if (href === '#words') view('chat');
  else view('desk');
  const target = byId(href.slice(1));
  target?.scrollIntoView({block: 'nearest'});
  target?.focus({preventScroll: true});
});

// --- events ---

const chat = openChat(name, sounds);
let live = true;
let held = [];
let source = null;
let lastHeard = Date.now();
let lostSince = null;
let fault = null;
let shown = null;

const takes = {
  snapshot: (data) => chat.snapshot(data),
  message: (data) => chat.take(data),
  toast: (data) => chat.toast(data),
  desk(data) {
    shown = data;
    desk.verdict(data);
    desk.show(data);
    chat.emptyWords(data.program.sampleWire
      ? 'Nothing yet. The sample wire sends a report about every half minute; the first story comes within one. Or type words, for example: water treaty'
      : 'Nothing yet. Type words, for example: water treaty');
  },
  beat: () => {},
};

function hear(kind, event) {
  lastHeard = Date.now();
  found();
  const data = JSON.parse(event.data);
  if (live || kind === 'beat') takes[kind](data);
  else hold(kind, data);
}

function hold(kind, data) {
  if (kind === 'desk') held = held.filter((one) => one.kind !== 'desk');
  held.push({kind, data});
  chat.note(`Live is off; ${count(held.length, 'change')} ${held.length === 1 ? 'waits' : 'wait'}.`);
}

toggle('live', (on) => {
  live = on;
  chat.note(on ? '' : 'Live is off.');
  if (on) held.splice(0).forEach(({kind, data}) => takes[kind](data));
});

function connect() {
  source?.close();
  lastHeard = Date.now();
  source = new EventSource(`/api/events?chat=${encodeURIComponent(name)}`);
  Object.keys(takes).forEach((kind) => source.addEventListener(kind, (event) => hear(kind, event)));
  source.addEventListener('error', () => {
    fault ??= setTimeout(lose, GRACE_MILLIS);
  });
}

function lose() {
  lostSince ??= new Date().toISOString();
  document.body.classList.add('lost');
  desk.lost(lostSince);
  chat.setLost(true);
}

function found() {
  clearTimeout(fault);
  fault = null;
  if (!lostSince) return;
  lostSince = null;
  document.body.classList.remove('lost');
  chat.setLost(false);
  if (shown) desk.verdict(shown);
}

setInterval(() => {
  const silent = Date.now() - lastHeard > SILENCE_MILLIS;
  if (silent) fault ??= setTimeout(lose, GRACE_MILLIS);
  if (silent || source.readyState === EventSource.CLOSED) connect();
}, 3_000);

connect();
if (matchMedia('(pointer: fine)').matches) byId('words').focus({preventScroll: true});
