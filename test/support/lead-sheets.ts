import { PlainHands } from './hands';
import { placeSheets } from './place-sheets';
import { Story } from './story';
import { timesOf } from './tour-times';
import type { Sheet } from './trainee-pages';
import { as } from './visitor';
import type { LearningWorld } from './world';

const LIST = 'Neema Otieno, neema@example.org\nJuma, juma at example\nwanjiku@example.org\nneema@example.org';

export type MakeSheet = (who: Sheet['who'], name: string, address: string, more?: Partial<Sheet>) => Sheet;

/** What leads need for an hour a week, what everybody finds under their own account, and what strangers see of chapters. */
export async function leadSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { amara, sofia, baraka, mei, tomas, cohort, studies } = world;
  const at = `/cohorts/${cohort.id}`;
  const lead = new PlainHands(as(world, amara));
  const say = (key: string) => new Story('en').say(key);
  await lead.goTo(`${at}/roster/add`);
  const list = (await lead.press(say('roster.add.button'), { [say('roster.add.label')]: LIST })).address;
  await lead.goTo(`${at}/announcements`);
  const news = {
    [say('announcements.field.title')]: 'We meet on Tuesday',
    [say('announcements.field.text')]: 'At *six*, online.\n\nBring a question.',
  };
  await lead.press(say('announcements.button'), news);
  await lead.goTo(`${at}/link`);
  await lead.press(say('ways.asking.switch-on'));
  const asker = new PlainHands(as(world, tomas));
  await asker.goTo(`/ask/${cohort.id}`);
  await asker.press(say('ways.ask.button'), { [say('ways.ask.label')]: 'I would like to see how it is to learn here.' });
  const [request] = await world.database.rows<{ id: string }>('SELECT "id" FROM "join_requests"');
  const times = await timesOf(world);
  const own = ['', '/sessions', '/email', '/second-factor', '/privacy'].map((room) => `/account${room}`);
  return [
    sheet(amara, 'today', '/today'),
    sheet(amara, 'one person', `${at}/people/${studies.baraka}`),
    sheet(amara, 'when somebody needs you', `${at}/rules`),
    sheet(amara, 'timetable', `/cohorts/${times.closed}/timetable`),
    sheet(amara, 'timetable, usual days', `/cohorts/${times.closed}/timetable?fill=usual`),
    sheet(amara, 'one person with another deadline', `/cohorts/${times.due}/people/${times.salims}`),
    sheet(times.rehema, 'learning, closed and overdue', '/learning'),
    sheet(times.salim, 'quiz with more time', `/quizzes/${times.salims}/rough-consensus/quiz`),
    sheet(amara, 'people of a cohort', `${at}/roster`),
    sheet(amara, 'ways in', `${at}/link`),
    sheet(amara, 'somebody asks to join', `${at}/requests/${request!.id}`),
    sheet(null, 'ask to join', `/ask/${cohort.id}`),
    sheet(baraka, 'ask to join, in already', `/ask/${cohort.id}`),
    sheet(tomas, 'ask to join, waiting', `/ask/${cohort.id}`),
    sheet(tomas, 'learning, with a request', '/learning'),
    sheet(amara, 'bring people', `${at}/roster/add`),
    sheet(amara, 'a list with verdicts', list),
    ...(await placeSheets(world, sheet)),
    sheet(amara, 'announcements', `${at}/announcements`),
    sheet(amara, 'chapter settings', '/chapters/kenya/settings'),
    sheet(amara, 'audit', '/chapters/kenya/audit'),
    sheet(sofia, 'letters', '/mail'),
    sheet(null, 'public chapters', '/welcome'),
    sheet(null, 'public chapter', '/welcome/kenya'),
    ...own.map((address) => sheet(baraka, address.slice(1).replace('/', ', '), address)),
    sheet(baraka, 'calendar', '/calendar'),
    sheet(baraka, 'announcements of a cohort', `/learning/${studies.baraka}/announcements`),
    sheet(mei, 'account, in Chinese', '/account'),
  ];
}
