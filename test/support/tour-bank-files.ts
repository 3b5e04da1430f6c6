import { newId } from '../../src/kernel/identifier';
import { choiceOf } from '../../src/quizzes/bank-files/choice';
import { Intake } from '../../src/quizzes/bank-files/intake.service';
import { Outtake } from '../../src/quizzes/bank-files/outtake.service';
import { readQuestions } from '../../src/quizzes/formats/read-file';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

const FILE = `$CATEGORY: Naming

// [id:root-1] [tag:dns]
::Root::Who coordinates the root zone? {=IANA#Yes ~ITU ~Nobody####Since 1988.}

Which are layers of the DNS? {~%50%Root ~%50%Zones ~%-50%Ports}

How many letters do root servers have? {#13:0}

Match. {=.ke -> Kenya =.sn -> Senegal = -> Japan}`;

const FAULTY = `${FILE}\n\nIt is so. {true}\n\nHow much? {#3,14}\n\nWho? {=a}`;

/** Questions that were taken in from a file, and one that was taken out. */
export interface GroundFiles {
  questions: string[];
  exported: string;
  shared: string;
}

export async function filesOf(world: World): Promise<GroundFiles> {
  const { app, database, clock, kenya, tomas } = world;
  const author = { chapterId: kenya.id, personId: tomas.id };
  const questions = await database.write((write) =>
    app.get(Intake, { strict: false }).take(write, author, readQuestions(FILE).writtens, clock.now()),
  );
  const exported = newId();
  const outtake = app.get(Outtake, { strict: false });
  await outtake.note(
    { chapter: kenya, mayWrite: true },
    choiceOf({ format: 'gift' }),
    { viewerId: tomas.id, formId: exported },
    clock.now(),
  );
  const shared = newId();
  await outtake.note(
    { chapter: null, mayWrite: true },
    choiceOf({ format: 'yaml' }),
    { viewerId: world.sofia.id, formId: shared },
    clock.now(),
  );
  return { questions, exported, shared };
}

/** Questions from files, and files of questions. */
export function filesPages({ world, files }: Ground): Stop[] {
  const { tomas: who, sofia, kenya } = world;
  const bank = `/chapters/${kenya.slug}/questions`;
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who, name, address, status: 200, ...more });
  const ids = files.questions.map((id) => id.replaceAll('-', '')).join(',');
  const look = { text: FAULTY, file: '', language: 'en', do: 'look' };
  return [
    stop('bring questions', `${bank}/import`),
    stop('bring questions, for all', '/questions/import', { who: sofia }),
    stop('bring questions, nothing', `${bank}/import`, { fields: { ...look, text: '' }, status: 422 }),
    stop('bring questions, looked at', `${bank}/import`, { fields: look }),
    stop('bring questions, faulty', `${bank}/import`, { fields: { ...look, do: 'take' }, status: 422 }),
    stop('bring questions, unreadable', `${bank}/import`, { fields: { ...look, text: '<quiz><question>' } }),
    stop('bring questions, taken', `${bank}/import/taken?new=3&changed=1&same=0&questions=${ids}`),
    stop('bring questions, empty table', `${bank}/import/template.csv`),
    stop('take questions away', `${bank}/export?format=moodle`),
    stop('take questions away, what is lost', `${bank}/export?format=gift&tag=dns`),
    stop('take questions away, nothing', `${bank}/export?text=nothing-has-this`),
    stop('take questions away, of all', '/questions/export', { who: sofia }),
    stop('bring questions, taken, for all', '/questions/import/taken?new=0&changed=0&same=0', { who: sofia }),
    stop('bring questions, empty table, for all', '/questions/import/template.csv', { who: sofia }),
    stop('take questions away, the file of all', `/questions/export/file?format=yaml&export=${files.shared}`, { who: sofia }),
    stop('take questions away, the file', `${bank}/export/file?format=gift&export=${files.exported}`),
  ];
}

export function filesForms({ world }: Ground): Example[] {
  const { tomas, sofia, kenya } = world;
  const take = { text: 'Is this new? {T}', file: '', called: '', language: 'en', do: 'take', left: '0' };
  return [
    { who: tomas, address: `/chapters/${kenya.slug}/questions/import`, fields: take },
    { who: sofia, address: '/questions/import', fields: take },
    {
      who: tomas,
      address: `/chapters/${kenya.slug}/questions/exports`,
      fields: { format: 'yaml', text: '', tag: '', type: '', category: '' },
    },
    { who: sofia, address: '/questions/exports', fields: { format: 'qti', text: '', tag: '', type: '', category: '' } },
  ];
}
