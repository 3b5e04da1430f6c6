import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { credentialIn, type Dropped, dropped, LARGEST_FILE, LONGEST_CREDENTIAL } from '../../../src/certificates/checking/dropped';
import { attached, baked, cdata, chunk, pdf, png, svg } from './files';

const credential = { id: 'urn:uuid:1', type: ['VerifiableCredential'], credentialSubject: { name: 'Zoë ]]> “Ѣ”' } };
const other = { ...credential, id: 'urn:uuid:2' };
const text = JSON.stringify(credential);
const ascii = text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const jwt = 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln';
const found: Dropped = { document: credential };
const problem = (what: string) => ({ problem: what });
const utf8 = (words: string) => Buffer.from(words, 'utf8');
const bomb = 'x'.repeat(30_000_000);
const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('a file with a certificate', () => {
  it.each<[string, Buffer, object]>([
    ['its text', utf8(text), found],
    ['its text with a mark before it, and lines round it', utf8(`\ufeff\n${text}\n`), found],
    ['in a presentation', utf8(JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: [credential] })), found],
    ['alone in a list', utf8(JSON.stringify([credential])), found],
    ['a token', utf8(` ${jwt}\n`), { jwt }],
    ['a token in quotation marks', utf8(JSON.stringify(jwt)), { jwt }],
    ['baked into a PNG', png(baked(ascii)), found],
    ['a token baked into a PNG', png(baked(jwt)), { jwt }],
    ['Open Badges 2 in a PNG', png(baked(text, 'openbadges')), found],
    [
      'Open Badges 1 in a PNG',
      png(chunk('tEXt', 'openbadges\0https://badges.example/1.json')),
      { address: 'https://badges.example/1.json' },
    ],
    ['baked twice, the same', png(baked(text), baked(ascii)), found],
    ['baked into an SVG', svg(cdata(text.replaceAll(']]>', ']]\\u003e'))), found],
    ['as text in an SVG', svg(`<openbadges:credential>${escaped}</openbadges:credential>`), found],
    ['a token in an SVG', svg(`<openbadges:credential verify="${jwt}"/>`), { jwt }],
    [
      'an address in an SVG',
      svg(`<openbadges:assertion verify='https://b.example/1?a=1&amp;b=2'></openbadges:assertion>`),
      { address: 'https://b.example/1?a=1&b=2' },
    ],
    ['attached to a PDF', pdf(attached(text)), found],
    ['attached without packing', pdf(attached(text, '/Type /EmbeddedFile', false)), found],
    ['attached beside something else', pdf(attached('%PNG or so'), attached(text)), found],
    ['attached again by a program that rewrote the PDF', pdf(attached(text), attached(text)), found],
  ])('%s', (_, file, expected) => expect(dropped(file)).toEqual(expected));

  it('is found in a PDF as it comes from our printer', () => {
    const workspace = mkdtempSync(join(tmpdir(), 'dropped-'));
    writeFileSync(join(workspace, 'credential.json'), text);
    const compiler = NodeCompiler.create({ workspace });
    const mainFileContent =
      '#set document(title: "x")\n#pdf.attach("credential.json", relationship: "data", mime-type: "application/vc", description: "c")\n= Hi';
    const file = compiler.pdf({ mainFileContent }, { pdfStandard: 'a-3a' as never });
    rmSync(workspace, { recursive: true });
    expect(dropped(file)).toEqual(found);
  });
});

describe('a file without one', () => {
  it.each<[string, Buffer, string]>([
    ['nothing in it', Buffer.alloc(0), 'empty'],
    ['only spaces', utf8(' \n '), 'empty'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'kind'],
    ['an archive', utf8('PK\x03\x04\0\0'), 'kind'],
    ['packed by gzip', gzipSync(text), 'kind'],
    ['a text', utf8('Dear sir or madam'), 'unreadable'],
    ['JSON cut off', utf8(text.slice(0, -5)), 'unreadable'],
    ['a number', utf8('42'), 'unreadable'],
    ['nested without end', utf8('['.repeat(100_000)), 'unreadable'],
    ['text in text in text', utf8(JSON.stringify(JSON.stringify(text))), 'unreadable'],
    ['a text that is too long', utf8(`{"a":"${'x'.repeat(LONGEST_CREDENTIAL)}"}`), 'long'],
    ['a file that is too large', Buffer.alloc(LARGEST_FILE + 1), 'long'],
    ['two in a list', utf8(JSON.stringify([credential, other])), 'several'],
    ['two in a presentation', utf8(JSON.stringify({ verifiableCredential: [credential, jwt] })), 'several'],
    ['an empty list', utf8('[]'), 'none'],
    ['a plain PNG', png(), 'none'],
    ['a PNG with other words', png(chunk('tEXt', 'Comment\0{}')), 'none'],
    ['a PNG cut off', png(baked(text)).subarray(0, -20), 'damaged'],
    ['a PNG that says it is longer than it is', Buffer.concat([png().subarray(0, 8), Buffer.from([0x7f, 0xff, 0xff, 0xff])]), 'damaged'],
    ['a PNG whose sum is wrong', png(chunk('iTXt', `openbadgecredential\0\0\0\0\0${text}`, 7)), 'damaged'],
    ['a PNG that is packed', png(baked(text, 'openbadgecredential', 1)), 'packed'],
    ['a PNG with two', png(baked(text), baked(JSON.stringify(other))), 'several'],
    ['a PNG with something else in its place', png(baked('hello')), 'unreadable'],
    ['a plain SVG', svg(''), 'none'],
    ['an SVG cut off', svg(cdata(text)).subarray(0, -9), 'damaged'],
    ['an SVG with an element that never ends', svg('<openbadges:credential>'.repeat(200_000)), 'damaged'],
    ['an SVG with two', svg(cdata('{"a":1}') + cdata('{"a":2}')), 'several'],
    ['a PDF without attachments', pdf(), 'none'],
    ['a PDF with a letter attached', pdf(attached('Dear sir')), 'none'],
    ['a PDF cut off', pdf(attached(text)).subarray(0, 200), 'damaged'],
    ['a PDF whose stream is broken', pdf(attached('xxx', '/Type /EmbeddedFile /Filter /FlateDecode', false)), 'damaged'],
    ['a PDF that swells', pdf(attached(bomb)), 'packed'],
    ['a PDF packed in another way', pdf(attached(text, '/Type /EmbeddedFile /Filter [/ASCIIHexDecode /FlateDecode]', false)), 'packed'],
    ['a PDF with two', pdf(attached(text), attached(JSON.stringify(other))), 'several'],
    ['a PDF that only speaks of attachments', pdf(Buffer.from('1 0 obj << /EmbeddedFiles 2 0 R >> endobj '.repeat(60_000))), 'damaged'],
    ['a PDF with too many attachments', pdf(...Array.from({ length: 30 }, () => attached('x'))), 'packed'],
  ])('%s', (_, file, expected) => expect(dropped(file)).toEqual(problem(expected)));
});

it('whatever is brought, something is said and nothing is thrown', () => {
  const files = [png(baked(text)), svg(cdata('{"a":1}')), pdf(attached(text)), utf8(text), utf8(jwt)];
  for (const file of files)
    for (let i = 0; i < file.length; i += 3) {
      const changed = Buffer.from(file);
      changed[i] = (changed[i]! * 7 + 13) & 0xff;
      expect(typeof dropped(changed)).toBe('object');
      expect(typeof dropped(file.subarray(0, i))).toBe('object');
    }
  expect(credentialIn('')).toEqual(problem('empty'));
});
