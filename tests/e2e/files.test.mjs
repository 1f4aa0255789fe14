// Files and rich text: what is read of them, that one undo takes them back, and that nothing is lost
// with one that cannot be read.
import assert from 'node:assert/strict';
import { zipSync } from '../../web/node_modules/fflate/esm/index.mjs';
import { dropFile, editorOf, messageIs, statusIs } from '../support/browser.mjs';
import { serveWithFakeCore } from '../support/site.mjs';
import { storiesOn } from '../support/stories.mjs';

const kBefore = 'A text that stood here before.';
const utf8 = (text) => new TextEncoder().encode(text);

const { story } = storiesOn(serveWithFakeCore);

const kWord = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
  + 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const item = (text) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const docx = (body, name = 'word/document.xml') => zipSync({
  '[Content_Types].xml': utf8('<Types/>'),
  [name]: utf8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${kWord}><w:body>${body}</w:body></w:document>`),
  'word/media/image1.png': new Uint8Array(5000),
});
const kLetter = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${run('Dear Ms Żółć,')}</w:p><w:p/>`
  + `<w:p>${run('we are ')}<w:del><w:r><w:delText>very </w:delText></w:r></w:del>${run('sorry &amp; ')}<w:r><w:tab/><w:t>on</w:t><w:br/><w:t>it</w:t></w:r></w:p>`
  + `${item('one')}${item('two')}`
  + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('In a box')}</w:p></w:txbxContent></mc:Choice>`
  + `<mc:Fallback><w:txbxContent><w:p>${run('In a box')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
const kHtml = '<!doctype html><html><head><title>No</title><style>p { color: red }</style></head><body>'
  + '<script>document.title = "run"</script><h1>Outage  of\n4 May</h1><p>One <b>bold</b> line<br>and another - </p>'
  + '<div>First.</div><div>Second.</div><ul><li>one</li><li><p>two</p></li><li><div>three</div></li></ul><pre>as\n  written</pre>'
  + '<table><tr><td>a</td><td>b</td></tr></table><p hidden>never</p><img src="x" onerror="alert(1)"></body></html>';
const kHtmlText = 'Outage of 4 May\n\nOne bold line\nand another -\n\nFirst.\nSecond.\n\n- one\n- two\n\n- three\n\nas\n  written\n\na b';

const kFiles = [
  ['a text', { name: 'letter.TXT', bytes: utf8('\uFEFFOne.\r\n\r\nTwo.') }, 'One.\n\nTwo.'],
  ['a text in UTF-16', { name: 'letter.txt', bytes: new Uint8Array(Buffer.from('\uFEFFЗażółć 你好', 'utf16le')) }, 'Зażółć 你好'],
  ['Markdown', { name: 'a.md', bytes: utf8('# Title\n\n* one\n') }, '# Title\n\n* one\n'],
  ['a text known by its type alone', { name: 'LICENSE', type: 'text/plain', bytes: utf8('Free.') }, 'Free.'],
  ['HTML', { name: 'mail.html', bytes: utf8(kHtml) }, kHtmlText],
  ['HTML in the encoding it names', { name: 'm.htm', bytes: new Uint8Array([...utf8('<meta charset="iso-8859-2"><p>'), 0xb3, 0xf3, 0xbf]) }, 'łóż'],
  ['a document', { name: 'letter.docx', bytes: docx(kLetter) },
    'Dear Ms Żółć,\n\nwe are sorry & \ton\nit\n- one\n- two\n\nIn a box'],
  ['a document of a web editor', { name: 'letter.docx', bytes: docx(`<w:p>${run('Hi.')}</w:p>`, 'word/document2.xml') }, 'Hi.'],
];
for (const [name, file, text] of kFiles) {
  story(`${name} is read, and one undo brings back what was there`, async (page) => {
    await editorOf(page).fill(kBefore);
    await dropFile(page, file);
    await messageIs(page, /^Opened\./);
    assert.equal(await editorOf(page).inputValue(), text);
    await statusIs(page, '0 findings, 0 noted');
    await page.keyboard.press('Control+z');
    assert.equal(await editorOf(page).inputValue(), kBefore);
    assert.notEqual(await page.title(), 'run');
    // The page's policy holds in what is only parsed, and the browser says so.
  }, { allow: /violates the following Content Security Policy/ });
}

const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 197 + (i >> 3)) & 255);
const kRefused = [
  ['bytes that are no text', { name: 'a.txt', bytes: noise }, /^That file could not be read/],
  ['a text with a zero in it', { name: 'a.txt', bytes: utf8('a\0b') }, /^That file could not be read/],
  ['a document that is cut off', { name: 'a.docx', bytes: docx(kLetter).subarray(0, 300) }, /^That file could not be read/],
  ['a document without its text', { name: 'a.docx', bytes: docx(kLetter, 'other.xml') }, /^That file could not be read/],
  ['a document that is not well-formed', { name: 'a.docx', bytes: docx('<w:p>') }, /^That file could not be read/],
  ['a picture', { name: 'a.png', type: 'image/png', bytes: noise }, /^Only \.txt, \.md, \.html, \.docx/],
  ['an empty text', { name: 'a.txt', bytes: utf8(' \n') }, /^No text was found/],
  ['a document of pictures', { name: 'a.docx', bytes: docx('<w:p><w:r><w:drawing/></w:r></w:p>') }, /^No text was found/],
  ['too long a text', { name: 'a.txt', bytes: new Uint8Array(200_001).fill(97) }, /^That file is too long/],
  ['a text of too many lines', { name: 'a.txt', bytes: utf8('a\n'.repeat(1000)) }, /^That file is too long/],
  ['a file far too long to be looked at', { name: 'a.txt', bytes: new Uint8Array(800_001).fill(97) }, /^That file is too long/],
];
for (const [name, file, message] of kRefused) {
  story(`${name}: said, and nothing is changed`, async (page) => {
    await editorOf(page).fill(kBefore);
    await dropFile(page, file);
    await messageIs(page, message);
    assert.equal(await editorOf(page).inputValue(), kBefore);
    // The browser wants to colour its own note about bad XML, and the page's policy forbids it to.
    // Firefox says as well what is wrong with the XML.
  }, { allow: /Applying inline style|mismatched tag/ });
}

story('a book of text is opened, and taken back', async (page) => {
  const text = 'One line of many, none of which says anything at all to anybody here.\n'.repeat(990);
  await editorOf(page).fill(kBefore);
  await dropFile(page, { name: 'a.txt', bytes: utf8(text) });
  await messageIs(page, /^Opened\./);
  assert.equal(await editorOf(page).evaluate((field) => field.value.length), text.length);
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), kBefore);
});

const chooseFile = async (page, text) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open a file' }).click()]);
  await chooser.setFiles({ name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
};

/** What is asked for under this name never comes. */
const withhold = (name) => ({ prepare: (page) => page.route(name, () => {}) });

story('the button opens a file before the last of the page is there', async (page) => {
  await chooseFile(page, 'Early.');
  await messageIs(page, /^Opened\./);
  assert.equal(await editorOf(page).inputValue(), 'Early.');
}, withhold('**/later.*.mjs'));

story('a file is read before there is anything but the editor', async (page) => {
  await dropFile(page, { name: 'a.txt', bytes: utf8('Early.') });
  await page.waitForFunction(() => document.getElementById('editor').value === 'Early.');
}, { ...withhold('**/ui.wasm.*'), isReady: false });

const kEarly = [
  [{ name: 'a.png', type: 'image/png', bytes: noise }, /^Only \.txt, \.md, \.html, \.docx/],
  [{ name: 'a.docx', bytes: docx(kLetter).subarray(0, 300) }, /^That file could not be read/],
  [{ name: 'a.txt', bytes: new Uint8Array(800_001).fill(97) }, /^That file is too long/],
  [{ name: 'a.txt', bytes: utf8(' ') }, /^No text was found/],
];
const note = (page, text) => page.getByRole('alert').filter({ hasText: text });

let release = () => {};
story('a file that is refused while the page is on its way: said at once, and again by the page', async (page) => {
  await editorOf(page).fill(kBefore);
  for (const [file, message] of kEarly) {
    await dropFile(page, file);
    await note(page, message).waitFor();
    assert.equal(await page.getByRole('alert').count(), 1, 'one at a time');
    assert.equal(await editorOf(page).inputValue(), kBefore);
  }
  release();
  await messageIs(page, kEarly.at(-1)[1]);
  assert.equal(await page.getByRole('alert').count(), 0);
  await dropFile(page, kEarly[0][0]);
  await messageIs(page, kEarly[0][1]);
  assert.equal(await page.getByRole('alert').count(), 0, 'a page that is there says it in its own place');
}, { isReady: false, allow: /Applying inline style|mismatched tag/, prepare: (page) => {
  const released = new Promise((resolve) => { release = resolve; });
  return page.route('**/ui.wasm.*', (route) => released.then(() => route.continue()));
} });

story('a good file takes the note about a bad one away', async (page) => {
  await dropFile(page, kEarly[0][0]);
  await note(page, kEarly[0][1]).waitFor();
  await dropFile(page, { name: 'a.txt', bytes: utf8('Early.') });
  await note(page, kEarly[0][1]).waitFor({ state: 'detached' });
  assert.equal(await editorOf(page).inputValue(), 'Early.');
}, { ...withhold('**/ui.wasm.*'), isReady: false });

story('a page that could not start says in its language why a file was refused', async (page) => {
  const failure = page.getByRole('alert').filter({ hasText: 'Nie udało się' });
  await failure.waitFor();
  await dropFile(page, kEarly[0][0]);
  await note(page, 'Otworzyć można tylko').waitFor();
  assert.equal(await failure.isVisible(), true);
}, {
  isReady: false, allow: /ERR_FAILED|wasm|ArrayBuffer/, context: { locale: 'pl-PL' },
  prepare: (page) => page.route('**/ui.wasm.*', (route) => route.abort()),
});

story('a button opens a file too, and says what it left aside', async (page) => {
  await chooseFile(page, 'One.');
  await messageIs(page, /^Opened\./);
  assert.equal(await editorOf(page).inputValue(), 'One.');
  await dropFile(page, { name: 'a.txt', bytes: utf8('A.') }, { name: 'b.txt', bytes: utf8('B.') });
  await messageIs(page, /^The first file is opened, 1 other was left aside/);
  assert.equal(await editorOf(page).inputValue(), 'A.');
});

story('what reads files is fetched with the first of them, and so is what reads documents', async (page) => {
  const asked = [];
  page.on('request', (request) => { asked.push(request.url()); });
  const has = (stem) => asked.some((url) => url.includes(`/${stem}.`));
  await page.waitForFunction(() => globalThis.unfeigned.isWhole());
  assert.deepEqual([has('files'), has('unzip')], [false, false]);
  await dropFile(page, { name: 'a.txt', bytes: utf8('A.') });
  await messageIs(page, /^Opened\./);
  assert.deepEqual([has('files'), has('unzip')], [true, false]);
  await dropFile(page, { name: 'a.docx', bytes: docx(kLetter) });
  await page.waitForFunction(() => document.getElementById('editor').value.includes('In a box'));
  assert.deepEqual([has('files'), has('unzip')], [true, true]);
});

/** A paste whose clipboard has these forms. */
const pasteForms = (page, forms) => editorOf(page).evaluate((field, given) => {
  const data = new DataTransfer();
  for (const [type, value] of Object.entries(given)) data.setData(type, value);
  field.focus();
  return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, forms);

story('rich text without a plain form keeps its paragraphs, and one undo takes it back', async (page) => {
  await editorOf(page).fill('Before. After.');
  await editorOf(page).evaluate((field) => field.setSelectionRange(8, 8));
  await page.waitForFunction(() => globalThis.unfeigned.isWhole());
  await pasteForms(page, { 'text/html': '<p>One.</p><p>Two <i>words</i>.</p>' });
  await page.waitForFunction(() => document.getElementById('editor').value === 'Before. One.\n\nTwo words.After.');
  await page.keyboard.press('Control+z');
  assert.equal(await editorOf(page).inputValue(), 'Before. After.');
  assert.equal(await pasteForms(page, { 'text/html': '<p>x</p>', 'text/plain': 'x' }), true, 'the browser pastes by itself');
}, { needs: ['fillClipboard'] });

story('a file that is dropped beside the editor does not replace the page, nor one over an open form', async (page) => {
  await editorOf(page).fill(kBefore);
  await page.getByRole('button', { name: 'Scale' }).click();
  await dropFile(page, { name: 'a.txt', bytes: utf8('A.') });
  await page.keyboard.press('Escape');
  assert.equal(await editorOf(page).inputValue(), kBefore);
  await dropFile(page, { name: 'a.txt', bytes: utf8('A.') });
  await messageIs(page, /^Opened\./);
});

story('a page without its reader of files says that it cannot read', async (page) => {
  await page.route('**/files.*', (route) => route.abort());
  await editorOf(page).fill(kBefore);
  await dropFile(page, { name: 'a.txt', bytes: utf8('A.') });
  await messageIs(page, /^That file could not be read/);
  assert.equal(await editorOf(page).inputValue(), kBefore);
}, { allow: /ERR_FAILED/ });
