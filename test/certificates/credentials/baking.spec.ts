import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { bakePng, bakeSvg, Unbakeable } from '../../../src/certificates/credentials/baking';
import { LARGEST_PICTURE } from '../../../src/certificates/credentials/png';
import { bakedInPng, bakedInSvg } from '../../../src/certificates/credentials/unbaking';

const JSON_TEXT = JSON.stringify({ name: 'يوسف خوري · 陈美 · Wanjikũ 😀', note: 'a ]]> b <c> & "d"' });

const only = (baked: ReturnType<typeof bakedInPng>) => ('texts' in baked && baked.texts.length === 1 ? baked.texts[0]! : null);
const unbakePng = (picture: Buffer) => only(bakedInPng(picture));
const unbakeSvg = (drawing: string) => only(bakedInSvg(drawing));

let png: Buffer;
beforeAll(async () => {
  png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#0a5' } })
    .png()
    .toBuffer();
});

/** A chunk as PNG writes it. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const afterHeader = (picture: Buffer, more: Buffer) => Buffer.concat([picture.subarray(0, 33), more, picture.subarray(33)]);
const chunksNamed = (picture: Buffer, word: string) => picture.toString('latin1').split(word).length - 1;

describe('a PNG', () => {
  it('gives back what was baked into it, and is the same picture', async () => {
    const baked = bakePng(png, JSON_TEXT);
    expect(JSON.parse(unbakePng(baked)!)).toEqual(JSON.parse(JSON_TEXT));
    expect(await sharp(baked).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
  });

  it('carries ASCII only, so that a reader who takes it for Latin-1 reads the same', () => {
    const text = unbakePng(bakePng(png, JSON_TEXT))!;
    expect(text).toMatch(/^[ -~]+$/);
    expect(JSON.parse(Buffer.from(text).toString('latin1'))).toEqual(JSON.parse(JSON_TEXT));
  });

  it('has one chunk, however often it is baked', () => {
    const twice = bakePng(bakePng(png, '{"first":1}'), '{"second":2}');
    expect(unbakePng(twice)).toBe('{"second":2}');
    expect(chunksNamed(twice, 'openbadgecredential')).toBe(1);
  });

  it('of the second edition is read, too', () => {
    const old = (type: string, between: string) => afterHeader(png, chunk(type, Buffer.from(`openbadges\0${between}{"old":1}`)));
    expect(unbakePng(old('iTXt', '\0\0\0\0'))).toBe('{"old":1}');
    expect(unbakePng(old('tEXt', ''))).toBe('{"old":1}');
  });

  it.each<[what: string, make: () => Buffer]>([
    ['nothing in it', () => png],
    ['a wrong checksum', () => Buffer.from(bakePng(png, '{"a":1}').map((byte, i) => (i === 60 ? byte ^ 1 : byte)))],
    [
      'packed text',
      () => afterHeader(png, chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0'), deflateSync('{}')]))),
    ],
    ['a packed chunk', () => afterHeader(png, chunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), deflateSync('{}')])))],
    ['two of them', () => afterHeader(bakePng(png, '{"a":1}'), chunk('iTXt', Buffer.from('openbadgecredential\0\0\0\0\0{}')))],
    ['a text that is not UTF-8', () => afterHeader(png, chunk('iTXt', Buffer.from('openbadgecredential\0\0\0\0\0\xff', 'latin1')))],
    ['no end of its keyword', () => afterHeader(png, chunk('iTXt', Buffer.from('openbadgecredential\0\0')))],
    ['its end cut off', () => bakePng(png, '{"a":1}').subarray(0, -12)],
    ['a length beyond its end', () => Buffer.concat([png.subarray(0, 8), Buffer.from('7fffffff49484452', 'hex'), png.subarray(16)])],
    [
      '50 megabytes',
      () => afterHeader(png, chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0'), Buffer.alloc(50e6, 32)]))),
    ],
    ['another kind of picture', () => Buffer.from('GIF89a')],
    ['no byte', () => Buffer.alloc(0)],
  ])('with %s gives nothing', (_, make) => {
    expect(unbakePng(make())).toBeNull();
  });

  it('that is broken or too large is not baked', () => {
    expect(() => bakePng(png.subarray(0, 40), '{}')).toThrow(Unbakeable);
    expect(() => bakePng(Buffer.alloc(50_000_000), '{}')).toThrow(Unbakeable);
  });
});

describe('an SVG', () => {
  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><title>a > b</title><path d="M0 0"/></svg>';

  it('gives back what was baked into it, which stands directly after its first tag', () => {
    const baked = bakeSvg(svg, JSON_TEXT);
    expect(JSON.parse(unbakeSvg(baked)!)).toEqual(JSON.parse(JSON_TEXT));
    expect(baked).toMatch(
      /viewBox="0 0 2 2" xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><openbadges:credential><!\[CDATA\[\{/,
    );
    expect(baked).toMatch(/^[\n -~]+$/);
  });

  it('is still a picture', async () => {
    expect((await sharp(Buffer.from(bakeSvg(svg, JSON_TEXT))).metadata()).width).toBe(2);
  });

  it('has one credential, however often it is baked', () => {
    const twice = bakeSvg(bakeSvg(svg, '{"first":1}'), '{"second":2}');
    expect(unbakeSvg(twice)).toBe('{"second":2}');
    expect(twice.split('<openbadges:credential').length).toBe(2);
    expect(twice.split('xmlns:openbadges').length).toBe(2);
  });

  it('with a token, or of the second edition, is read', () => {
    const open = (inside: string) => svg.replace('<title>', `${inside}<title>`);
    expect(unbakeSvg(open('<openbadges:credential verify="a.b.c"></openbadges:credential>'))).toBe('a.b.c');
    expect(unbakeSvg(open('<openbadges:credential verify="a.b.c"/>'))).toBe('a.b.c');
    expect(unbakeSvg(open('<openbadges:assertion verify="https://x.example"><![CDATA[ {"old":1} ]]></openbadges:assertion>'))).toBe(
      '{"old":1}',
    );
    expect(unbakeSvg(open('<openbadges:credential>{&quot;a&quot;:1}</openbadges:credential>'))).toBe('{"a":1}');
  });

  it.each([
    ['nothing in it', svg],
    ['a credential without an end', svg.replace('<title>', '<openbadges:credential><![CDATA[{}')],
    ['a tag without an end', '<svg><openbadges:credential verify="'],
    ['too much in it', svg.replace('<title>', `<openbadges:credential>${' '.repeat(LARGEST_PICTURE)}</openbadges:credential>`)],
  ])('with %s gives nothing', (_, text) => {
    expect(unbakeSvg(text)).toBeNull();
  });

  it.each([
    ['a text', 'hello'],
    ['an empty drawing', '<svg/>'],
    ['a drawing of 50 megabytes', svg.replace('<path', `${' '.repeat(50_000_000)}<path`)],
  ])('is not made of %s', (_, text) => {
    expect(() => bakeSvg(text, '{}')).toThrow(Unbakeable);
  });
});
