import { acceptedEndings, formatNames, formatOf } from '../../src/assignments/files/file-kinds';
import { fileHeaders } from '../../src/assignments/files/file-headers';
import { disposition, fileName } from '../../src/assignments/files/file-name';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WEBP = Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1');
const GIF = Buffer.from('GIF89a');
const zip = (first: string, ...names: string[]) =>
  Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(first + names.join('\0'))]);
const ODT = zip('mimetypeapplication/vnd.oasis.opendocument.text', 'PK', 'content.xml');
const DOCX = zip('[Content_Types].xml', 'word/document.xml');

describe('what a file is', () => {
  it.each<[string, Buffer, string, string | null]>([
    ['a photo', JPEG, 'photo.jpg', 'jpeg'],
    ['a photo in capitals', JPEG, 'IMG_1.JPEG', 'jpeg'],
    ['a photo that a phone names otherwise', JPEG, 'photo.png', 'jpeg'],
    ['a photo without an ending', JPEG, 'photo', 'jpeg'],
    ['a drawing', PNG, 'drawing.png', 'png'],
    ['a WebP', WEBP, 'x.webp', 'webp'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'x.pdf', 'pdf'],
    ['a PDF that calls itself a picture', Buffer.from('%PDF-1.7\n'), 'x.jpg', null],
    ['a text', Buffer.from('Hello, مرحبًا\r\n\tyes'), 'notes.txt', 'txt'],
    ['a script that calls itself a picture', Buffer.from('<script>alert(1)</script>'), 'photo.jpg', null],
    ['a page', Buffer.from('<html>'), 'page.html', null],
    ['a text of no characters that show', Buffer.from(' \n'), 'x.txt', null],
    ['a text with a zero in it', Buffer.from('a\0b'), 'x.txt', null],
    ['a text that is not UTF-8', Buffer.from([0xe9, 0x20, 0xe8]), 'x.txt', null],
    ['a document', ODT, 'x.odt', 'odt'],
    ['a document with macros', zip('mimetypeapplication/vnd.oasis.opendocument.text', 'PK', 'Basic/'), 'x.odt', null],
    ['a spreadsheet that calls itself a document', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'x.odt', null],
    ['a document of Word', DOCX, 'x.docx', 'docx'],
    ['a document of Word with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'x.docx', null],
    ['an archive', zip('a.exe'), 'x.zip', null],
    ['an archive that calls itself a document', zip('a.exe'), 'x.docx', null],
    ['a moving picture', GIF, 'x.gif', null],
    ['a drawing made of text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.svg', null],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0]), 'x.exe', null],
    ['nothing', Buffer.alloc(0), 'x.txt', null],
  ])('%s', (_, bytes, name, format) => {
    expect(formatOf(bytes, name)).toBe(format);
  });

  it('is said in words and endings', () => {
    expect(formatNames(['pdf', 'picture'])).toEqual(['PDF', 'JPEG', 'PNG', 'WebP']);
    expect(acceptedEndings(['pdf', 'text'])).toBe('.pdf,.txt,.md,.text');
  });
});

describe('what a file is called', () => {
  it.each([
    ['Our kitchen.JPG', 'jpeg', 'Our kitchen.jpg'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\me\\notes.txt', 'txt', 'notes.txt'],
    ['صورة المكتبة.png', 'webp', 'صورة المكتبة.webp'],
    ['photo\u202egpj.exe.png', 'webp', 'photo gpj.exe.webp'],
    ['a"b\r\nset-cookie: x.pdf', 'pdf', 'a b set-cookie x.pdf'],
    ['...', 'pdf', 'file.pdf'],
    ['', 'pdf', 'file.pdf'],
    [`${'x'.repeat(300)}.pdf`, 'pdf', `${'x'.repeat(80)}.pdf`],
  ] as const)('%j', (given, format, name) => {
    expect(fileName(given, format)).toBe(name);
  });

  it('leaves the house in ASCII and as it is', () => {
    expect(disposition('attachment', 'صورة (1).pdf')).toBe(
      'attachment; filename="____ (1).pdf"; filename*=UTF-8\'\'%D8%B5%D9%88%D8%B1%D8%A9%20%281%29.pdf',
    );
  });

  it('is shown only when it is a picture of ours, and nothing in it runs', () => {
    const pdf = fileHeaders({ format: 'pdf', name: 'x.pdf' });
    expect(pdf['content-disposition']).toMatch(/^attachment;/);
    expect(fileHeaders({ format: 'webp', name: 'x.webp' })['content-disposition']).toMatch(/^inline;/);
    expect([pdf['x-content-type-options'], pdf['content-security-policy']]).toEqual(['nosniff', "default-src 'none'; sandbox"]);
  });
});
