import type { Cohort } from '../../src/cohorts/cohort.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { knock } from '../support/knock';
import { type Answer, open, Page } from '../support/page';
import { LIBRARY } from '../support/practice';
import { as } from '../support/visitor';
import { enrol, loadLibrary, openCohort, type World } from '../support/world';

export interface FileGiven {
  name: string;
  bytes: Buffer;
}

/** A form with a file as a browser packs it. */
export function packed(
  fields: Record<string, string>,
  file: FileGiven | null,
  boundary = 'seven-lazy-herons',
): { body: Buffer; type: string } {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file?.name ?? ''}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(parts.join('') + head), file?.bytes ?? Buffer.alloc(0), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

export async function sendPacked(
  world: World,
  who: Person | null,
  address: string,
  fields: Record<string, string>,
  file: FileGiven | null,
): Promise<Answer> {
  const { body, type } = packed(fields, file);
  return knock(world, address, { method: 'POST', who, body, headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' } });
}

/** Somebody at work on an assignment. */
export class AtWork {
  constructor(
    readonly world: World,
    readonly who: Person,
    readonly enrolment: string,
    readonly address: string,
  ) {}

  page(): Promise<Page> {
    return open(as(this.world, this.who), this.address);
  }

  /** Presses a button of their own page as it is now, with what they wrote and a file. */
  async does(what: string, fields: Record<string, string> = {}, file: FileGiven | null = null): Promise<Page> {
    const page = await this.page();
    const shown = (name: string) =>
      page.fields.find(({ elements }) => elements[0]?.attributes['name'] === name)?.value as string | undefined;
    const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '0';
    const kept = { text: shown('text') ?? '', links: shown('links') ?? '' };
    const answer = await sendPacked(this.world, this.who, this.address, { form: newId(), version, ...kept, do: what, ...fields }, file);
    return answer.status === 303 ? this.page() : new Page(answer.text, this.address, answer.status);
  }

  async handsIn(text: string): Promise<Page> {
    return this.does('hand-in', { text });
  }
}

/** The assignment of the starter library, for a team to review; its lesson is read. */
export async function atInitiative(world: World, who: Person, cohort: Cohort): Promise<AtWork> {
  const enrolment = await enrol(world, who, cohort);
  const lesson = `/lessons/${enrolment}/the-first-initiative/choose-something-small/read`;
  await as(world, who).post(lesson).send(`form=${newId()}`).expect(303);
  return new AtWork(world, who, enrolment, `/assignments/${enrolment}/the-first-initiative/local-conversation`);
}

export const openInitiative = (world: World, name = 'Nairobi initiatives'): Promise<Cohort> =>
  openCohort(world, world.kenya, { name, programme: 'the-first-initiative' });

/** The assignment of the tests, which two others review. */
export async function openNotes(world: World, chapter = world.kenya, name = 'Notes'): Promise<Cohort> {
  await loadLibrary(world, LIBRARY);
  return openCohort(world, chapter, { name, programme: 'note-to-others', language: 'en' });
}

export async function atNote(world: World, who: Person, cohort: Cohort): Promise<AtWork> {
  const enrolment = await enrol(world, who, cohort);
  return new AtWork(world, who, enrolment, `/assignments/${enrolment}/note-to-others/note`);
}
