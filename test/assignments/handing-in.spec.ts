import { once } from 'node:events';
import { connect } from 'node:net';
import sharp from 'sharp';
import { FileBytes } from '../../src/assignments/files/file-bytes.entity';
import { WorkFile } from '../../src/assignments/files/work-file.entity';
import { Work } from '../../src/assignments/works/work.entity';
import { newId } from '../../src/kernel/identifier';
import { knock, post } from '../support/knock';
import { Page } from '../support/page';
import { as } from '../support/visitor';
import { type LearningWorld, makePerson, startLearning } from '../support/world';
import { type AtWork, atInitiative, openInitiative, packed, sendPacked } from './handing';

const MB = 1024 * 1024;
const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();
const PDF = { name: 'minutes.pdf', bytes: Buffer.from('%PDF-1.4\nWho said what.\n') };

describe('a work before it is handed in', () => {
  let world: LearningWorld;
  let cohort: Awaited<ReturnType<typeof openInitiative>>;
  let people = 0;
  beforeAll(async () => {
    world = await startLearning();
    cohort = await openInitiative(world);
  });
  afterAll(async () => {
    expect(world.log.faults).toEqual([]);
    await world.stop();
  });

  const somebody = async (): Promise<AtWork> => {
    const who = await makePerson(world, { name: `Person ${++people}`, email: `person${people}@example.org`, language: 'en' });
    return atInitiative(world, who, cohort);
  };
  const stored = ({ enrolment }: AtWork) => world.database.read(Work).findOneByOrFail({ enrolmentId: enrolment });
  const filesOf = async (work: AtWork) => world.database.read(WorkFile).findBy({ workId: (await stored(work)).id });
  const send = (work: AtWork, fields: Record<string, string>) =>
    post(
      world,
      work.address,
      work.who,
      new URLSearchParams({ form: newId(), text: '', links: '', version: '0', do: 'save', ...fields }).toString(),
    );

  it('is kept as a draft however long and unfinished, and comes back on every device', async () => {
    const work = await somebody();
    const long = 'word '.repeat(900).trim();
    await work.does('save', { text: long });
    expect((await work.page()).field('Your text').value).toBe(long);
    const refused = await work.does('hand-in');
    expect([refused.status, refused.errors[0]]).toEqual([422, expect.stringContaining('900 words; at most 800') as string]);
    expect(refused.field('Your text').value).toBe(long);
  });

  it('of two tabs the second is shown both texts, and loses none', async () => {
    const work = await somebody();
    await send(work, { text: 'from the phone' });
    const second = await send(work, { text: 'from the laptop' });
    const page = new Page(second.text, work.address, second.status);
    expect([page.status, page.heading]).toEqual([409, 'Your work was changed on another page']);
    expect(page.main).toContain('from the phone');
    expect(page.main).toContain('from the laptop');
    expect((await stored(work)).text).toBe('from the phone');
    expect((await send(work, { text: 'from the phone', version: '0' })).status).toBe(303); // the same words are no conflict
  });

  it('pressed twice is one work, and one version', async () => {
    const work = await somebody();
    const body = new URLSearchParams({ form: newId(), text: 'once', links: '', version: '0', do: 'hand-in' }).toString();
    const answers = await Promise.all([1, 2, 3].map(() => post(world, work.address, work.who, body)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await stored(work)).number).toBe(1);
    const late = await send(work, { text: 'more', version: '2' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('handed in already');
    expect(late.text).toContain('more');
  });

  it('takes pictures only as it draws them anew, and other files only to be saved', async () => {
    const work = await somebody();
    const png = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#3570' } })
      .png()
      .toBuffer();
    await work.does('add', { text: 'kept with every file' }, { name: 'IMG "1".png', bytes: png });
    await work.does('add', {}, PDF);
    const page = await work.page();
    expect(page.field('Your text').value).toBe('kept with every file');
    const drawn = await as(world, work.who).get(page.link(/webp/)).buffer(true).expect(200);
    expect(drawn.headers['content-type']).toBe('image/webp');
    const pdf = await as(world, work.who).get(page.link('minutes.pdf')).buffer(true).expect(200);
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename="minutes.pdf"/);
    expect([pdf.headers['x-content-type-options'], pdf.headers['content-security-policy'], pdf.headers['cache-control']]).toEqual([
      'nosniff',
      "default-src 'none'; sandbox",
      'no-store',
    ]);
  });

  it('keeps what was written when a file is refused, and the files that came before', async () => {
    const work = await somebody();
    await work.does('add', {}, PDF);
    const bomb = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      Buffer.from('0000ffff0000ffff0802000000', 'hex'), // 65,535 × 65,535
      Buffer.alloc(60),
    ]);
    const wide = await sharp({ create: { width: 9000, height: 7000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const bad: [string, string, Buffer, RegExp][] = [
      ['nothing chosen', '', Buffer.alloc(0), /Choose a file first/],
      ['an empty file', 'empty.pdf', Buffer.alloc(0), /“empty.pdf” is empty/],
      ['a script called picture', 'photo.jpg', Buffer.from('#!/bin/sh\nrm -rf /\n'), /not what is taken here/],
      ['a broken picture', 'photo.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), /broken, or has too many pixels/],
      ['a picture that unpacks to gigabytes', 'photo.png', bomb, /broken, or has too many pixels/],
      ['a picture of 63 million pixels', 'photo.png', wide, /broken, or has too many pixels/],
      ['a page', 'page.html', Buffer.from('<script>alert(1)</script>'), /not what is taken here/],
    ];
    for (const [what, name, bytes, said] of bad) {
      const page = await work.does('add', { text: `typed beside ${what}` }, { name, bytes });
      expect([page.status, page.errors.join()]).toEqual([422, expect.stringMatching(said) as string]);
      expect(page.field('Your text').value).toBe(`typed beside ${what}`);
      expect(page.main).toContain('minutes.pdf');
    }
    expect(await filesOf(work)).toHaveLength(1);
  });

  it('takes no more files than the assignment says, and forgets the bytes of those taken away', async () => {
    const work = await somebody();
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await work.does('add', {}, { ...PDF, name });
    const fourth = await work.does('add', {}, { ...PDF, name: 'd.pdf' });
    expect(fourth.status).toBe(409);
    expect(fourth.main).toContain('There are 3 files already');
    const [file] = await filesOf(work);
    await work.does(`remove-${file!.id}`, { text: 'still typed' });
    expect((await work.page()).field('Your text').value).toBe('still typed');
    expect(await world.database.read(FileBytes).countBy({ fileId: file!.id })).toBe(0);
    await work.handsIn('Six people came.');
    expect(await filesOf(work)).toHaveLength(2);
  });

  it('refuses a body over the limit in a sentence, gives back what was written, and keeps nothing', async () => {
    const work = await somebody();
    const fields = { form: newId(), version: '0', text: 'my evening in the library', links: '', do: 'add' };
    const answer = await sendPacked(world, work.who, work.address, fields, { name: 'film.jpg', bytes: Buffer.alloc(12 * MB, 1) });
    expect(answer.status).toBe(413);
    const page = new Page(answer.text, work.address, 413);
    expect(page.main).toContain('Files up to 10 MB each: JPEG, PNG, WebP');
    expect(answer.text).toContain('my evening in the library');
    expect(await world.database.read(Work).countBy({ enrolmentId: work.enrolment })).toBe(0);
  });

  it('stops reading what never ends', async () => {
    const work = await somebody();
    const { body, type } = packed({ form: newId() }, { name: 'endless.jpg', bytes: Buffer.alloc(40 * MB) });
    const answer = await knock(world, work.address, {
      method: 'POST',
      who: work.who,
      body,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    }).catch(() => null); // whoever goes on sending sees their connection end
    expect(answer?.status ?? 413).toBe(413);
  });

  it('leaves nothing behind when an upload breaks off', async () => {
    const work = await somebody();
    const { hostname, port } = new URL(world.address);
    const { body, type } = packed(
      { form: newId(), version: '0', text: 'half', links: '', do: 'add' },
      { name: 'photo.jpg', bytes: await picture() },
    );
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST ${work.address} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, body.length - 40));
    socket.destroy();
    await once(socket, 'close');
    expect(await world.database.read(Work).countBy({ enrolmentId: work.enrolment })).toBe(0);
  });

  it('of somebody whose session has ended is asked to sign in, however large it was', async () => {
    const work = await somebody();
    const fields = { form: newId(), version: '0', text: 'written before', links: '', do: 'add' };
    const answer = await sendPacked(world, null, work.address, fields, { name: 'photo.jpg', bytes: Buffer.alloc(3 * MB, 1) });
    expect(answer.status).toBe(401);
  });

  it('of somebody else, and every file of it, is the page for what is not there', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    await mine.does('add', {}, PDF);
    await theirs.does('add', {}, PDF);
    const [file] = await filesOf(theirs);
    for (const address of [
      theirs.address,
      `${theirs.address}/files/${file!.id}`,
      `${mine.address}/files/${file!.id}`,
      `${mine.address}/files/x`,
    ]) {
      expect((await knock(world, address, { who: mine.who })).status).toBe(404);
    }
    const taken = await mine.does(`remove-${file!.id}`);
    expect(taken.status).toBe(200);
    expect(await filesOf(theirs)).toHaveLength(1);
  });

  it('shows links as text that leads out quietly, and takes none that runs', async () => {
    const work = await somebody();
    const bad = await work.does('save', { text: 'x', links: 'javascript:alert(1)' });
    expect([bad.status, bad.errors[0]]).toEqual([422, '“javascript:alert(1)” is no link. It begins with https:// or http://']);
    expect(bad.field('Links').value).toBe('javascript:alert(1)');
    const page = await work.does('hand-in', { text: '<b>six</b> people', links: 'https://example.org/a?b=1&c="2' });
    expect(page.html).toMatch(/<a [^>]*rel="nofollow noopener noreferrer"[^>]*><bdi>https:\/\/example\.org/);
    expect(page.html).toContain('&lt;b&gt;six');
  });
});
