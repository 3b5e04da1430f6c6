import type { Person } from '../../src/people/person.entity';
import { PeopleTable } from '../simulations/together/people-table';
import type { Ground } from './tour';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** A table of people in the middle of its first round, for the university's seat and for the team. */
export interface GroundLive {
  atieno: Person;
  address: string;
  team: string;
}

export async function liveOf(world: World): Promise<GroundLive> {
  const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
  await table.enters('opening');
  await table.enters('first-round');
  return { atieno: table.people['university']!, address: table.address, team: `/cohorts/${table.cohort.id}/tables/${table.id}` };
}

/** What keeps the page of a table as the table is. Streams say what they say first; they do not end. */
export function livePages({ world: { amara }, live: { atieno: who, address, team } }: Ground): Stop[] {
  const stop = (name: string, one: Person, path: string): Stop => ({ who: one, name, address: path, status: 200 });
  return [
    stop('room, of people', who, address),
    stop('room, of people, looking again by itself', who, `${address}?follow=on`),
    stop('room, some parts', who, `${address}/fragments/now,table,text,floor,messages`),
    stop('room, what changes', who, `${address}/stream`),
    stop('room, what changes, for the team', amara, `${team}/stream`),
    stop('facilitator, looking again by itself', amara, `${team}?follow=on`),
    stop('facilitator, some parts', amara, `${team}/fragments/now,table,text,floor,messages`),
  ];
}
