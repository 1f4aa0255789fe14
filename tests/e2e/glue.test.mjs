// The parts of the glue that need no browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mock, test } from 'node:test';
import { Courier } from '../../web/glue/courier.mjs';
import { documentOf } from '../../web/glue/export_document.mjs';
import { markdownOf } from '../../web/glue/export_markdown.mjs';
import { inSight, lineRects } from '../../web/glue/geometry.mjs';
import { Frames } from '../../web/glue/frames.mjs';
import { disjoint } from '../../web/glue/marks.mjs';
import { editBetween, joined, kept, shiftRanges } from '../../web/glue/ranges.mjs';
import { readyEdits, ReportWriter } from '../../web/glue/report.mjs';
import { readOutbox, Record, Writer } from '../../web/glue/wire.mjs';
import { Auditor } from '../../web/glue/engine.mjs';
import { fakeReport } from '../support/fake_core.mjs';

test('an edit is the shortest replacement between two texts', () => {
  const cases = [
    ['abc', 'abXc', { start: 2, removed: 0, inserted: 1 }],
    ['abc', 'ac', { start: 1, removed: 1, inserted: 0 }],
    ['aaa', 'aa', { start: 2, removed: 1, inserted: 0 }],
    ['', 'abc', { start: 0, removed: 0, inserted: 3 }],
    ['abc', '', { start: 0, removed: 3, inserted: 0 }],
    ['same', 'same', { start: 4, removed: 0, inserted: 0 }],
  ];
  for (const size of [63, 64, 65, 4095, 4096, 4097, 9000]) {
    const [x, y] = ['x'.repeat(size), 'y'.repeat(size)];
    cases.push([`${x}a${y}`, `${x}bc${y}`, { start: size, removed: 1, inserted: 2 }],
      [x, `${x}x`, { start: size, removed: 0, inserted: 1 }], [`${x}x`, x, { start: size, removed: 1, inserted: 0 }]);
  }
  for (const [before, after, edit] of cases) assert.deepEqual(editBetween(before, after), edit);
});

test('ranges move with the text around them and vanish when touched', () => {
  const ranges = [{ start: 0, end: 3 }, { start: 5, end: 8 }, { start: 10, end: 12 }, null];
  assert.deepEqual(shiftRanges(ranges, { start: 6, removed: 1, inserted: 3 }),
    [{ start: 0, end: 3 }, null, { start: 12, end: 14 }, null]);
  assert.deepEqual(shiftRanges(ranges, { start: 3, removed: 0, inserted: 2 }),
    [{ start: 0, end: 3 }, { start: 7, end: 10 }, { start: 12, end: 14 }, null]);
});

test('a range that no edit touched still names the same words', () => {
  const text = 'We are sorry for any inconvenience and for the delay.';
  const words = 'any inconvenience';
  const start = text.indexOf(words);
  let alive = 0;
  for (let from = 0; from <= text.length; from += 1) {
    for (const inserted of ['', 'x', 'any ']) {
      for (let removed = 0; removed <= 3 && from + removed <= text.length; removed += 1) {
        const after = text.slice(0, from) + inserted + text.slice(from + removed);
        const [range] = shiftRanges([{ start, end: start + words.length }], editBetween(text, after));
        if (range) assert.equal(after.slice(range.start, range.end), words);
        alive += range ? 1 : 0;
      }
    }
  }
  assert.ok(alive > 300, `${alive} edits left the range alive`);
});

test('ready rewrites: one a finding, none over another, and joined they do what each does', () => {
  const text = 'It is truly so truly sad that any inconvenience was truly there.';
  const report = fakeReport(text, { genre: 'auto', language: 'auto' });
  const edits = readyEdits(report);
  assert.deepEqual(edits.map(({ start, end }) => text.slice(start, end)), ['truly', 'truly', 'truly']);
  const { start, end, text: put } = joined(text, edits);
  assert.equal(text.slice(start, end), 'truly so truly sad that any inconvenience was truly');
  assert.equal(text.slice(0, start) + put + text.slice(end), text.replaceAll('truly', ''));
  report.findings[1].suggestions[0].start = report.findings[0].end - 1;
  assert.equal(readyEdits(report).length, 2);
  report.findings[0].suggestions[0].applicability = 'review';
  assert.equal(readyEdits(report).length, 2, 'what it overlapped is free now');
});

test('a report names what was set aside, each by what it is', () => {
  const text = 'We are truly sorry for any inconvenience. Truly, mistakes were made, and truly so.';
  const rule = 'intensifier-stacking.en.test';
  const report = fakeReport(text, { genre: 'auto', language: 'auto', set_aside: [{ rule }] });
  const strings = JSON.parse(fs.readFileSync(new URL('../../assets/strings/en.json', import.meta.url)));
  const asides = [0, 1, 2, 3].map((kind) => ({ kind, rule, words: 'truly', why: kind === 2 ? 'said *so*' : '', range: { start: 7, end: 12 } }));
  const document = documentOf({ text, report, asides, strings, lang: 'en' });
  const { title, items } = document.sections.at(-1);
  assert.deepEqual([title, ...items.map(({ head, meta, facts }) => [head, meta, ...facts.flat()])], ['Set aside',
    ['“truly”', 'Not here'],
    [`Stacked intensifiers (${rule})`, 'Not this rule: 2 places in this text'],
    ['“truly”', 'A quotation', 'Reason', 'said *so*'],
    [`Stacked intensifiers (${rule})`, 'Not this rule, in later texts too: 2 places in this one']]);
  assert.match(markdownOf(document), /- \*\*Reason:\*\* said \\\*so\\\*\n/);
  assert.deepEqual(document.sections.map((section) => section.title), ['Findings', 'Set aside']);
  // Every word came from the strings.
  assert.doesNotMatch(JSON.stringify(document), /"[a-z]+(?:\.[a-z-]+)+"/);
});

test('marks of the plain view never overlap', () => {
  const marks = [{ start: 4, end: 9, look: 'b' }, { start: 0, end: 5, look: 'a' }, { start: 9, end: 9, look: 'c' }];
  assert.deepEqual(disjoint(marks), [{ start: 0, end: 5, look: 'a' }]);
});

test('pieces of one line become one rectangle', () => {
  const rect = (x, y, width) => ({ x, y, width, height: 20 });
  assert.deepEqual(lineRects([rect(10, 0, 5), rect(15, 0, 7), rect(0, 27, 9), rect(9, 27, 0)]),
    [rect(10, 0, 12), rect(0, 27, 9)]);
});

test('of a long text only the ranges near the view are measured, and none in sight is left out', () => {
  const at = (start, size, y, lines = 1) => ({ range: { start, end: start + size }, y, lines });
  const wanted = [];
  for (let i = 0; i < 1000; i += 1) wanted.push(at(i * 10, 5, i * 20));
  // One begins far above and ends in sight, one has no place at all.
  wanted.splice(401, 0, at(4001, 1010, 8000, 102));
  wanted.splice(510, 0, { range: { start: 5085, end: 5086 }, y: null });
  let measured = 0;
  const firstLine = (range) => {
    measured += 1;
    const { y } = wanted.find((one) => one.range === range);
    return y === null ? undefined : { y, height: 20 };
  };
  const view = { top: 10_001, bottom: 10_399 };
  const found = inSight(wanted, firstLine, view);
  assert.ok(measured < 40, `${measured} were measured`);
  const seen = wanted.filter(({ y, lines }) => y !== null && y + lines * 20 >= view.top && y <= view.bottom);
  assert.equal(seen.length, 21);
  for (const one of seen) assert.ok(found.includes(one), JSON.stringify(one));
  assert.ok(found.length < 30, `${found.length} are looked at`);
  assert.deepEqual(inSight([], firstLine, view), []);
  assert.deepEqual(inSight(wanted.slice(0, 10), firstLine, view).length, 1);
});

test('an edit keeps the lines before and after it, and no line twice', () => {
  const cases = [
    [['a', 'b', 'c'], ['a', 'x', 'c'], { head: 1, tail: 1 }],
    [['a', 'a'], ['a', 'a', 'a'], { head: 2, tail: 0 }],
    [['a', 'b', 'a'], ['a'], { head: 1, tail: 0 }],
    [[], ['a'], { head: 0, tail: 0 }],
    [['a', 'b'], ['a', 'b'], { head: 2, tail: 0 }],
  ];
  for (const [before, after, wanted] of cases) assert.deepEqual(kept(before, after), wanted);
});

test('texts of every kind go through the wire', () => {
  const w = new Writer().u32(-5).text('zażółć 你好 👩‍💻').text('');
  w.list(['a', 'b'], (each) => w.text(each));
  const bytes = w.done();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  assert.equal(view.getInt32(0, true), -5);
  const size = view.getUint32(4, true);
  assert.equal(new TextDecoder().decode(bytes.subarray(8, 8 + size)), 'zażółć 你好 👩‍💻');
});

test('a longer text that comes again is named by its place', () => {
  const long = 'A reader may feel that nobody looked.';
  const bytes = new Writer().u32(7).text(long).text('short').text(long).text('short').done();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  assert.equal(view.getUint32(4 + 4 + long.length + 4 + 5, true), 0x80000004);
  assert.equal(bytes.length, 4 + (4 + long.length) + (4 + 5) + 4 + (4 + 5));
});

test('a node that is as it was told comes as its id', () => {
  const bytes = new Writer().u32(Record.nodes).u32(12).u32(1).u32(17).u32(1).done();
  assert.deepEqual(readOutbox(bytes), [{ kind: Record.nodes, body: [{ id: 17, told: undefined }] }]);
});

test('an outbox with an unknown record is read past it', () => {
  const bytes = new Writer().u32(99).u32(4).u32(1234)
    .u32(Record.sizes).u32(16).u32(0).u32(0x3f800000).u32(0x40000000).u32(0).done();
  assert.deepEqual(readOutbox(bytes), [{ kind: Record.sizes, body: { bar: 0, foot: 1, head: 2, panel: 0 } }]);
});

test('a report message begins with its kind and revision', () => {
  const text = 'We are sorry for any inconvenience.';
  const bytes = new ReportWriter().message(7, fakeReport(text, { genre: 'auto', language: 'auto' }), text, []);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  assert.deepEqual([view.getUint32(0, true), view.getUint32(4, true)], [2, 7]);
});

test('a second report message tells the findings that read otherwise', () => {
  const text = 'We are sorry for any inconvenience. '.repeat(9);
  const { length } = fakeReport(text, { genre: 'auto', language: 'auto' }).findings;
  assert.equal(length, 9);
  const reports = new ReportWriter();
  const told = (/** @type {(report: any) => void} */ change) => {
    const report = fakeReport(text, { genre: 'auto', language: 'auto' });
    change(report);
    return new TextDecoder().decode(reports.message(1, report, text, []));
  };
  const numbers = (...all) => new TextDecoder().decode(all.reduce((w, n) => w.u32(n), new Writer()).done());
  assert.ok(told(() => {}).includes(numbers(0, 0, 9)));
  assert.ok(told(() => {}).includes(numbers(9, 0, 0)));
  const changed = told((report) => { report.findings[4].observed = 'another'; });
  assert.ok(changed.includes(numbers(4, 4, 1)));
  assert.ok(changed.includes('another'));
  assert.ok(told((report) => report.findings.splice(2, 3)).includes(numbers(4, 2, 0)));
});

test('beside what a text shows stand the facts of its own sentence, and no nearer ones', () => {
  const text = 'On 3 May, after a long night on the line, you could not pay. 4 May was calm. Call on 9 March or 10 March.';
  const report = fakeReport(text, { genre: 'incident', language: 'auto' });
  const bytes = new ReportWriter().message(1, report, text, []);
  const told = new TextDecoder().decode(bytes);
  const written = new Writer().text('harm').u32(2).text('could not pay').u32(1).text('3 May').done();
  const next = new Writer().text('contact').u32(2).text('Call').u32(2).text('9 March').text('10 March').done();
  assert.deepEqual(report.components.map(({ component }) => component), ['harm', 'contact']);
  for (const part of [written, next]) assert.ok(told.includes(new TextDecoder().decode(part)));
});

test('the newest revision is audited when the checker is idle, and none twice', async () => {
  const asked = [];
  const reported = [];
  let revision = 1;
  let release;
  const channel = {
    ask: (request) => {
      asked.push(request.text);
      return new Promise((resolve) => { release = () => resolve(JSON.stringify({ of: request.text })); });
    },
    stop() {},
  };
  const turn = () => new Promise((resolve) => { setImmediate(resolve); });
  const auditor = new Auditor(() => ({ revision, text: `text ${revision}`, options: {} }),
    (number, report) => reported.push([number, report.of]), assert.fail);
  auditor.use(channel);
  for (revision of [2, 3, 4]) auditor.wake();
  release();
  await turn();
  release();
  await turn();
  auditor.wake();
  assert.deepEqual(asked, ['text 1', 'text 4']);
  assert.deepEqual(reported, [[1, 'text 1'], [4, 'text 4']]);
});

test('what a report changes of the options asks for no second one', async () => {
  const turn = () => new Promise((resolve) => { setImmediate(resolve); });
  const asked = [];
  const options = { genre: 'auto' };
  const auditor = new Auditor(() => ({ revision: 1, text: 'a', options: { ...options } }),
    () => { options.genre = 'incident'; }, assert.fail);
  auditor.use({ ask: async (request) => { asked.push(request.options.genre); return '{}'; }, stop() {} });
  await turn();
  assert.deepEqual(asked, ['auto']);
  options.genre = 'general';
  auditor.wake();
  await turn();
  assert.deepEqual(asked, ['auto', 'general'], 'but a wish of the reader does');
});

test('an answer of a checker that was replaced is dropped, a problem is told', async () => {
  const turn = () => new Promise((resolve) => { setImmediate(resolve); });
  const reported = [];
  const problems = [];
  let release;
  const auditor = new Auditor(() => ({ revision: 1, text: 'a', options: {} }),
    (revision) => reported.push(revision), (error) => problems.push(error.message));
  auditor.use({ ask: () => new Promise((resolve) => { release = resolve; }), stop() {} });
  auditor.use({ ask: () => Promise.reject(new Error('it broke')), stop() {} });
  release('{}');
  await turn();
  assert.deepEqual(reported, []);
  assert.deepEqual(problems, ['it broke']);
});

/** A display of which the test makes the frames, and a clock that it moves. */
function withDisplay(story) {
  const asked = [];
  globalThis.requestAnimationFrame = (callback) => asked.push(callback);
  globalThis.cancelAnimationFrame = (request) => { asked[request - 1] = () => {}; };
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    story(() => asked.splice(0).forEach((callback) => callback(0)), (ms) => mock.timers.tick(ms));
  } finally {
    mock.timers.reset();
    delete globalThis.requestAnimationFrame;
    delete globalThis.cancelAnimationFrame;
  }
}

test('a frame waits for what is about to come, but not for long', () => {
  withDisplay((show, pass) => {
    let painted = 0;
    const frames = new Frames(() => { painted += 1; return false; });
    frames.wait();
    assert.equal(frames.isWaiting, false, 'nothing is painted, so nothing waits');
    frames.turn(true);
    frames.kick(2);
    [1, 2, 3].forEach(show);
    assert.equal(painted, 2, 'as many as were asked for, and then none');

    frames.wait();
    frames.kick(1);
    pass(49);
    show();
    assert.equal(painted, 2);
    frames.go();
    show();
    assert.equal(painted, 3, 'it was given up');

    frames.kick(1);
    frames.wait();
    // The next key does not make the wait longer.
    pass(30);
    frames.wait();
    show();
    assert.equal(painted, 4, 'what was asked for before the wait is painted');
    frames.kick(1);
    pass(20);
    show();
    assert.equal(painted, 5, 'it took too long');

    frames.wait();
    frames.turn(false);
    frames.turn(true);
    frames.kick(1);
    show();
    assert.equal(painted, 6, 'who turns it off waits for nothing any more');
  });
});

test('what was waited for is painted at once, and in no frame twice', () => {
  withDisplay((show) => {
    let painted = 0;
    const frames = new Frames(() => { painted += 1; return false; });
    frames.arrive();
    assert.equal(painted, 0, 'nothing is painted yet');
    frames.turn(true);
    frames.wait();
    frames.kick(2);
    frames.arrive();
    assert.equal(painted, 1, 'without a frame of the display');
    assert.equal(frames.isWaiting, false);
    [1, 2, 3].forEach(show);
    assert.equal(painted, 2, 'what was asked for beyond it');

    frames.kick(1);
    frames.arrive();
    show();
    assert.equal(painted, 3, 'the frame that had been asked for is not made as well');
    frames.arrive();
    show();
    assert.equal(painted, 3, 'nothing new, nothing painted');
  });
});

test('a frame that wants another one gets it', () => {
  withDisplay((show) => {
    let left = 3;
    const frames = new Frames(() => { left -= 1; return left > 0; });
    frames.turn(true);
    frames.kick(1);
    for (let i = 0; i < 9; i += 1) show();
    assert.equal(left, 0);
  });
});

test('the mirror is told when what was painted is shown, or before anything else is sent', async (t) => {
  const frames = [];
  const globals = { document: { hidden: false }, requestAnimationFrame: (frame) => frames.push(frame) };
  for (const [name, value] of Object.entries(globals)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name) ?? { configurable: true, value: undefined };
    Object.defineProperty(globalThis, name, { configurable: true, value });
    t.after(() => Object.defineProperty(globalThis, name, before));
  }
  const outbox = [];
  const taken = [];
  const ui = {
    send: (what) => outbox.push({ kind: Record.nodes, body: what }),
    takeOutbox: (effectsAlone) => {
      const taking = outbox.filter(({ kind }) => !effectsAlone || kind === Record.effect);
      outbox.splice(0, outbox.length, ...outbox.filter((record) => !taking.includes(record)));
      return taking;
    },
  };
  let frameWishes = 0;
  const courier = new Courier(ui, (kind, body) => taken.push(body), () => { frameWishes += 1; });
  const paint = (/** @type {string} */ what, paints = true) => courier.beforeMirror(() => {
    courier.together(() => courier.send(what));
    outbox.push({ kind: Record.effect, body: `effect of ${what}` });
    courier.fetch();
  }, paints, () => taken.push(`${what} is told`));
  const shown = () => new Promise((resolve) => {
    frames.splice(0).forEach((frame) => frame());
    setTimeout(resolve);
  });
  const news = () => taken.splice(0).join(', ');
  paint('a');
  courier.fetch();
  assert.equal(news(), 'effect of a', 'a frame of its own does not tell it either');
  await shown();
  assert.equal(news(), 'a, a is told');
  assert.equal(frameWishes, 1, 'for the effect; what is painted already wants no other frame');
  paint('b');
  courier.send('c');
  assert.equal(news(), 'effect of b, b, b is told, c');
  paint('d');
  paint('e');
  assert.equal(news(), 'effect of d, d, d is told, effect of e');
  await shown();
  assert.equal(news(), 'e, e is told');
  paint('f', false);
  assert.equal(news(), 'effect of f, f, f is told', 'nothing to paint, nothing to wait for');
  globals.document.hidden = true;
  paint('g');
  assert.equal(news(), 'effect of g, g, g is told', 'a page out of sight has no frames');
});

test('what is sent while an answer is taken is answered in its turn', () => {
  const outbox = [];
  const taken = [];
  const ui = {
    send: (what) => outbox.push([{ kind: 1, body: what }]),
    takeOutbox: () => outbox.splice(0).flat(),
  };
  let news = 0;
  const courier = new Courier(ui, (kind, body) => {
    taken.push(`${body} begins`);
    if (body === 'a') courier.together(() => courier.send('b'));
    taken.push(`${body} ends`);
  }, () => { news += 1; });
  courier.together(() => {
    courier.send('a');
    courier.send('c');
    assert.deepEqual(taken, []);
  });
  assert.deepEqual(taken, ['a begins', 'a ends', 'c begins', 'c ends', 'b begins', 'b ends']);
  assert.equal(news, 2);
  courier.together(() => courier.send('d'), true);
  assert.equal(taken.length, 6, 'it comes with whatever comes next');
  courier.fetch();
  assert.equal(taken.at(-1), 'd ends');
});
