import { type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { formatDate } from '../../languages/formats';
import { tableSymbols } from '../../web/pictures/symbols';
import { sentence } from '../room/clauses.view';
import { happeningShown } from '../room/happenings.view';
import { named, spoken, type Scene } from '../room/scene.view';
import type { TableLog } from '../tables/logs.service';
import type { Reader } from './digest-readers.service';
import { twoClocks } from './two-clocks';
import { seenUndone } from './undone';

const MOST = 20;

/** views/simulations/digest.hbs: what everybody at the table can read, by the clock of whoever the link was sent to; the newest first. */
export function digestPage(scene: Scene, { table, sitting, log }: Reader & { log: TableLog }, mayEnter: boolean, language: Language) {
  const { view, wording, say } = scene;
  const { deadline } = view.phase;
  const when = (at: Date) => ({ at, text: formatDate(at, 'dateTime', language, sitting.zone) });
  const lines = view.events.flatMap(({ event }) => {
    const line = happeningShown(scene, event);
    return line && !line.secret ? [{ ...line, when: when(line.at) }] : [];
  });
  const open = seenUndone(log, sitting.role);
  const seated = sitting.role !== '';
  return {
    name: table.name,
    title: spoken(wording.text('title')),
    symbols: tableSymbols(),
    phase: spoken(wording.text(`phases.${view.phase.key}`)),
    until: deadline === null || view.paused ? null : { at: new Date(deadline), ...twoClocks(new Date(deadline), language, sitting.zone) },
    original: wording.text('title').language === language ? null : LANGUAGE_NAMES[wording.text('title').language],
    paused: view.paused,
    outcome: view.outcome?.outcome ?? null,
    me: seated ? named(scene, sitting.role) : null,
    undone: open === 'debrief' && sitting.debriefedAt ? null : open,
    clauses: view.clauses.map(({ key, state, terms, unsettled, assessment }) => ({
      title: spoken(wording.text(`clauses.${key}.title`)),
      sentence: sentence(scene, key, terms, null),
      state:
        state === 'held'
          ? say('simulations.clause.not-tabled')
          : assessment
            ? say(`simulations.level.${assessment.level}`)
            : said(scene, unsettled),
    })),
    lines: lines.slice(-MOST).reverse(),
    /** null for somebody else's account, at whom the table does not open */
    address: mayEnter ? scene.address : null,
  };
}

function said({ say }: Scene, unsettled: number): string {
  return unsettled ? say('simulations.objections', { count: unsettled }) : say('simulations.clause.none-open');
}
