import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as records from './support/laws/records';
import * as shape from './support/laws/shape';
import { Sources } from './support/laws/sources';

const ROOT = join(__dirname, '..');
const src = Sources.read(join(ROOT, 'src'));

/** A file in which to plant a fault, the fault, and what the law then says. */
type Fault = [file: string, text: string, found: string];

const LAWS: [name: string, law: (src: Sources) => string[], ...faults: Fault[]][] = [
  ['every folder has a floor', shape.foldersWithoutFloor, ['gadgets/thing.ts', '', 'gadgets']],
  [
    'imports only look down, and activities never know each other',
    shape.importsLookingUp,
    ['progress/x.ts', "import { grade } from '../quizzes/grading';", 'progress/x.ts -> quizzes/grading'],
    ['quizzes/x.ts', "import type { Lesson } from '../lessons/lesson.view';", 'quizzes/x.ts -> lessons/lesson.view'],
    ['people/x.ts', "import { ENTITIES } from '../entities';", 'people/x.ts -> entities'],
    ['oversight/x.ts', "import { x } from '../seeding/library.seeder';", 'oversight/x.ts -> seeding/library.seeder'],
  ],
  [
    'nothing goes round in circles',
    shape.circles,
    ['kernel/refusal.ts', "import { x } from './refusal';", 'kernel/refusal.ts -> kernel/refusal.ts'],
  ],
  [
    'files without a suffix are plain thought',
    shape.impurePlainFiles,
    ['cohorts/x.ts', "import { Injectable } from '@nestjs/common';", 'cohorts/x.ts -> @nestjs/common'],
    ['kernel/x.ts', "import { readFileSync } from 'node:fs';", 'kernel/x.ts -> node:fs'],
    ['cohorts/x.ts', "import { Id } from '../database/columns';", 'cohorts/x.ts -> database/columns'],
    ['cohorts/x.ts', "import { Cohorts } from './cohorts.service';", 'cohorts/x.ts -> cohorts/cohorts.service'],
  ],
  ['every file can be read in one go', shape.longFiles, ['kernel/x.ts', 'x;\n'.repeat(201), 'kernel/x.ts']],
  [
    'no class has more than five collaborators',
    shape.crowdedConstructors,
    ['kernel/x.ts', 'class Crowd { constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) {} }', 'kernel/x.ts'],
  ],
  [
    'files are named after one thing, with a suffix from the closed list',
    shape.badNames,
    ['people/index.ts', '', 'people/index.ts'],
    ['people/string-utils.ts', '', 'people/string-utils.ts'],
    ['people/helpers/name.ts', '', 'people/helpers/name.ts'],
    ['people/person.dto.ts', '', 'people/person.dto.ts'],
    ['people/personName.ts', '', 'people/personName.ts'],
  ],
  [
    'types are named after things',
    shape.badTypeNames,
    ['people/x.ts', 'interface IPerson {}', 'people/x.ts: IPerson'],
    ['people/x.ts', 'class PersonDto {}', 'people/x.ts: PersonDto'],
  ],
  [
    'only configuration reads the environment',
    shape.outOfPlace('environment'),
    ['people/x.ts', 'const home = process.env.HOME;', 'people/x.ts'],
    ['people/x.ts', 'const { env } = process;', 'people/x.ts'],
  ],
  [
    'only src/database goes behind its door',
    shape.outOfPlace('database'),
    ['people/x.ts', 'source.transaction(work);', 'people/x.ts'],
    ['people/x.ts', 'class X { constructor(@InjectRepository(Person) people) {} }', 'people/x.ts'],
  ],
  [
    'hand-written SQL stands in .queries.ts files',
    shape.outOfPlace('sql'),
    ['people/x.service.ts', 'this.database.rows(sql);', 'people/x.service.ts'],
  ],
  ['modules never wait for each other', shape.outOfPlace('circles'), ['people/x.module.ts', 'forwardRef(() => A)', 'people/x.module.ts']],
  ['chance has a seed', shape.outOfPlace('chance'), ['quizzes/x.ts', 'Math.random()', 'quizzes/x.ts']],
  ['nobody talks to the console', shape.outOfPlace('notes'), ['quizzes/x.ts', 'console.log(1)', 'quizzes/x.ts']],
  ['every entity is stored', records.unlistedEntities, ['people/pet.entity.ts', 'export class Pet {}', 'Pet']],
  [
    'every migration runs, in its order',
    records.unlistedMigrations,
    ['database/migrations/1999999999999-create-pets.ts', 'export class CreatePets1999999999999 {}', 'CreatePets1999999999999'],
  ],
  [
    'entities of different folders know ids, not each other',
    records.entitiesThatKnowEachOther,
    [
      'people/pet.entity.ts',
      "import { Session } from '../web/sessions/session.entity';",
      'people/pet.entity.ts -> web/sessions/session.entity',
    ],
  ],
  ['entities and plain files say first what the thing is', records.unexplained, ['people/x.ts', 'export const x = 1;', 'people/x.ts']],
];

describe('the shape of src', () => {
  it.each(LAWS)('%s', (_, law) => {
    expect(law(src)).toEqual([]);
  });

  it('has the same folders in views and tests', () => {
    const folders = (folder: string) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => name);
    const known = folders('src');
    expect(
      folders('views').filter((name) => ![...known, 'layouts', 'partials', 'errors', 'translations', 'assets'].includes(name)),
    ).toEqual([]);
    expect(folders('test').filter((name) => ![...known, 'support', 'browser', 'walkthroughs', 'tools', 'bench'].includes(name))).toEqual(
      [],
    );
  });
});

describe('a planted fault is found', () => {
  it.each(LAWS.flatMap(([name, law, ...faults]) => faults.map((fault) => [name, law, ...fault] as const)))(
    '%s',
    (_, law, file, text, found) => {
      const planted = src.with(file, src.files.includes(file) ? `${src.text(file)}\n${text}` : text);
      expect(law(planted).filter((one) => !law(src).includes(one))).toContain(found);
    },
  );
});
