import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';

const told = (name: string, version: string): Fields => ({
  name,
  about: 'We meet every Tuesday.\n\nCome along.',
  country: 'KE',
  language: 'en',
  zone: 'Africa/Nairobi',
  shown: 'yes',
  version,
});

/** What a chapter says of itself, who is on its team, and what strangers see of it. */
export function chapterPages({ world: { amara, sofia, kenya } }: Ground): Stop[] {
  const settings = '/chapters/kenya/settings';
  const stop = (who: Stop['who'], name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  return [
    stop(null, 'public chapters', '/welcome'),
    stop(null, 'public chapter', '/welcome/kenya'),
    stop(null, 'public chapter, nothing begins', '/welcome/penang'),
    stop(amara, 'chapter settings', settings),
    stop(amara, 'chapter settings, wrong', settings, { fields: { ...told('', '1'), country: 'XX' }, status: 422 }),
    stop(amara, 'chapter settings, somebody was quicker', settings, { fields: told('Mine', '0'), status: 409 }),
    stop(amara, 'audit', '/chapters/kenya/audit'),
    stop(sofia, 'audit, nothing yet', '/chapters/penang/audit'),
    stop(amara, 'the last lead', `/chapters/kenya/people/${amara.id}/dismissal`, { fields: { role: 'lead' }, status: 409 }),
    stop(amara, 'nobody has this address', `/welcome/${kenya.id}`, { status: 404 }),
  ];
}

export function chapterForms({ world: { amara, tomas, nour } }: Ground): Example[] {
  return [
    { who: amara, address: `/chapters/kenya/people/${tomas.id}/dismissal`, fields: { role: 'trainer' } },
    {
      who: nour,
      address: '/chapters/lebanon/settings',
      fields: { ...told('لبنان', '1'), language: 'ar', country: 'LB', zone: 'Asia/Beirut' },
    },
  ];
}
