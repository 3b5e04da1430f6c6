import type { Cohort } from '../../src/cohorts/cohort.entity';
import { Admissions } from '../../src/cohorts/roster/imports/admissions.service';
import { Imports } from '../../src/cohorts/roster/imports/imports.service';
import { readRoster } from '../../src/cohorts/roster/reading/reading';
import { PersonalInvitations } from '../../src/cohorts/invitation/personal-invitations.service';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { openCohort, type World } from './world';

const LIST = [
  'Name\tE-mail',
  'Naliaka Wekesa\tnaliaka@roster.example',
  'Naliaka W.\tnali.aka+2@roster.example',
  'Nobody\tnot an address',
  'Naliaka\tnaliaka@roster.example',
];

/** A cohort with lists in every state: looked at, put in, taken back. */
export interface GroundRoster {
  cohort: Cohort;
  open: string;
  added: string;
  undone: string;
  invitation: string;
  expired: string;
}

export async function rosterOf(world: World): Promise<GroundRoster> {
  const { app, database, clock, amara } = world;
  const cohort = await openCohort(world, world.kenya, { name: 'By list', places: 30 });
  const imports = app.get(Imports, { strict: false });
  const bring = (text: string) =>
    database.write((write) => imports.keep(write, cohort.id, amara.id, { people: readRoster(text), sheet: null }, clock.now()));
  const add = (id: string) =>
    database.write((write) => app.get(Admissions, { strict: false }).admit(write, cohort, id, new Set(), amara.id, clock.now()));
  const [open, added, undone] = [
    await bring(LIST.join('\n')),
    await bring('Otieno <otieno@roster.example>\nAdhiambo <adhiambo@roster.example>'),
    await bring('odera@roster.example'),
  ];
  await add(added);
  await add(undone);
  const invite = (email: string) =>
    database.write((write) =>
      app.get(PersonalInvitations, { strict: false }).invite(write, cohort, { name: '', email }, amara.id, clock.now()),
    );
  return { cohort, open, added, undone, invitation: await invite('first@roster.example'), expired: await invite('second@roster.example') };
}

/** The pages on which people are brought into a cohort. */
export function rosterPages({ world, roster, over }: Ground): Stop[] {
  const { amara: who, tomas } = world;
  const roof = `/cohorts/${roster.cohort.id}/roster`;
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who, name, address, status: 200, ...more });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(name, address, { fields, status });
  return [
    stop('roster', roof),
    stop('roster, for a trainer', roof, { who: tomas }),
    stop('roster, nobody yet', `/cohorts/${world.cohorts.lebanon.id}/roster`, { who: world.nour }),
    stop('add people', `${roof}/add`),
    stop('add people, too late', `/cohorts/${over.id}/roster/add`),
    wrong('add people, nothing pasted', `${roof}/imports`, { text: '' }),
    stop('a list', `${roof}/imports/${roster.open}`),
    stop('a list, put in', `${roof}/imports/${roster.added}`),
    wrong('a letter too soon', `${roof}/invitations`, { send: roster.invitation, withdraw: '' }, 409),
  ];
}

/** A good form for each of their routes. */
export function rosterForms({ world, roster }: Ground): Example[] {
  const roof = `/cohorts/${roster.cohort.id}/roster`;
  const one = (address: string, fields: Fields = {}): Example => ({ who: world.amara, address, fields });
  return [
    one(`${roof}/imports`, { text: 'Brought <brought@roster.example>' }),
    one(`${roof}/imports/${roster.open}`, { do: 'add', 'name.3': 'Somebody', 'email.3': 'somebody@roster.example' }),
    one(`${roof}/imports/${roster.undone}/undo`),
    one(`${roof}/invitations`, { withdraw: roster.invitation }),
  ];
}
