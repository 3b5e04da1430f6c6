import { formatList } from '../../languages/formats';
import type { Happening, HumBand, TableEvent, Words } from '../engine/events';
import { isTold } from './bookkeeping';
import { POSITION_OF_STANCE } from './seats.view';
import { named, type RoleNamed, type Said, said, type Scene } from './scene.view';
import { slotName } from './floor.view';

/** One line of a record: who, what they did in a phrase, and what they said. */
export interface HappeningShown {
  at: Date;
  who: RoleNamed | null;
  /** a phrase, and what it fills in */
  phrase: string;
  values: Record<string, string | number>;
  said: Said | null;
  /** only the people in it could read it */
  secret: boolean;
  /** the reference of words from the viewer's own seat, while they are there */
  own: string | null;
  /** the same from anybody else's */
  others: string | null;
}

type Line = Pick<HappeningShown, 'phrase'> & { who?: string; values?: Record<string, string | number>; words?: Words | null };

/** Null for what is only bookkeeping. */
export function happeningShown(scene: Scene, event: TableEvent): HappeningShown | null {
  const line = lineOf(scene, event);
  if (!line) return null;
  const { who, phrase, values = {}, words = null } = line;
  const isMine = typeof event.by !== 'string' && event.by.seat === scene.view.mine?.role;
  const ref = words && 'ref' in words && scene.texts.has(words.ref) ? words.ref : null;
  return {
    at: new Date(event.at),
    who: who ? named(scene, who) : null,
    phrase,
    values,
    said: words && said(scene, words),
    secret: event.audience !== 'all',
    own: isMine ? ref : null,
    others: isMine ? null : ref,
  };
}

function lineOf(scene: Scene, event: Happening): Line | null {
  if (event.type === 'seat-taken' && event.holder.kind === 'person' && event.holder.standsIn)
    return { phrase: 'together.happening.stands-in', who: event.role };
  if (!isTold(event)) return null;
  const { wording, view, say } = scene;
  const text = (key: string) => wording.text(key).text;
  const role = (key: string) => text(`roles.${key}.name`);
  const clause = (key: string) => ({ clause: text(`clauses.${key}.title`) });
  switch (event.type) {
    case 'phase-entered':
      return { phrase: 'simulations.happening.phase', values: { phase: text(`phases.${event.phase}`) } };
    case 'statement-made':
      return { phrase: 'simulations.happening.said', who: event.role, words: event.words };
    case 'message-sent':
      return {
        phrase: 'simulations.happening.message',
        who: event.from,
        values: { to: formatList(event.to.map(role), wording.language) },
        words: event.words,
      };
    case 'clause-tabled':
      return { phrase: 'simulations.happening.tabled', who: event.role, values: clause(event.clause) };
    case 'amendment-proposed':
      return {
        phrase: 'simulations.happening.amendment',
        who: event.role,
        values: { ...clause(event.clause), change: changeIn(scene, event.terms) },
        words: event.words,
      };
    case 'amendment-seconded':
      return {
        phrase: 'simulations.happening.seconded',
        who: event.role,
        values: clause(view.amendments.find(({ id }) => id === event.id)!.clause),
      };
    case 'amendment-accepted':
      return {
        phrase: 'simulations.happening.accepted',
        values: clause(view.amendments.find(({ id }) => id === event.id)!.clause),
        words: event.words,
      };
    case 'amendment-rejected':
      return {
        phrase: 'simulations.happening.rejected',
        values: clause(view.amendments.find(({ id }) => id === event.id)!.clause),
        words: event.words,
      };
    case 'amendment-promoted':
      return {
        phrase: 'together.happening.promoted',
        values: clause(view.amendments.find(({ id }) => id === event.id)!.clause),
        words: event.words,
      };
    case 'hum-opened':
    case 'hands-opened':
      return { phrase: `together.happening.${event.type}`, words: event.words };
    case 'hum-closed':
      return event.bands
        ? { phrase: 'together.happening.hum-closed', values: { yes: band(scene, event.bands, 'yes'), no: band(scene, event.bands, 'no') } }
        : { phrase: 'together.happening.hum-too-few' };
    case 'hands-closed':
      return { phrase: 'together.happening.hands-closed', values: { yes: event.counts['yes'] ?? 0, no: event.counts['no'] ?? 0 } };
    case 'package-offered':
      return {
        phrase: 'simulations.happening.package',
        who: event.role,
        values: { change: changeIn(scene, event.terms) },
        words: event.words,
      };
    case 'package-answered':
      return event.accepts
        ? { phrase: 'simulations.happening.package-accepted', who: event.role }
        : {
            phrase: event.hurts ? 'simulations.happening.package-refused' : 'simulations.happening.package-declined',
            who: event.role,
            values: event.hurts ? { slot: slotName(scene, event.hurts).text! } : {},
          };
    case 'package-taken':
      return { phrase: 'simulations.happening.package-taken' };
    case 'package-lapsed':
      return { phrase: 'simulations.happening.package-lapsed' };
    case 'stance-set':
      return {
        phrase: 'simulations.happening.stance',
        who: event.role,
        values: { ...clause(event.clause), stance: say(POSITION_OF_STANCE[event.stance]) },
        words: event.words,
      };
    case 'objection-raised':
      return { phrase: 'simulations.happening.objection', who: event.role, values: clause(event.clause), words: event.words };
    case 'objection-joined':
      return { phrase: 'simulations.happening.joined', who: event.role, values: { of: role(objectorOf(scene, event.id)) } };
    case 'objection-answered':
      return {
        phrase: 'simulations.happening.answered',
        who: event.role,
        values: { of: role(objectorOf(scene, event.id)) },
        words: event.words,
      };
    case 'objection-settled':
      return {
        phrase: `simulations.happening.settled-${event.how}`,
        values: { of: role(objectorOf(scene, event.id)) },
        words: event.words,
      };
    case 'consensus-called':
      return { phrase: 'simulations.happening.called', who: event.role };
    case 'assessment-published':
      return {
        phrase: 'simulations.happening.assessed',
        values: { ...clause(event.clause), level: say(`simulations.level.${event.level}`) },
        words: event.words,
      };
    case 'assessment-challenged':
      return { phrase: 'simulations.happening.challenged', who: event.role, values: clause(event.clause), words: event.words };
    case 'assessment-final':
      return { phrase: 'simulations.happening.final', values: { ...clause(event.clause), level: say(`simulations.level.${event.level}`) } };
    case 'inject-released':
      return { phrase: 'simulations.happening.inject', words: { key: `injects.${event.inject}` } };
    case 'minority-filed':
      return { phrase: 'simulations.happening.minority', who: event.role, values: clause(event.clause), words: event.words };
    case 'outcome-recorded':
      return { phrase: `simulations.happening.${event.outcome}`, words: event.words };
  }
}

const band = ({ say }: Scene, bands: Record<string, HumBand>, side: string): string => say(`together.band.${bands[side] ?? 'silence'}`);

const objectorOf = ({ view }: Scene, id: string): string => view.objections.find((objection) => objection.id === id)!.role;

/** New terms in words: “Who may order: a court · Notice: before”. */
export function changeIn(scene: Scene, terms: Readonly<Record<string, string>>): string {
  const said = Object.entries(terms).map(([slot, option]) => {
    const { key } = scene.scenario.clauses.find(({ slots }) => slots.some((each) => each.key === slot))!;
    const label = scene.wording.text(`clauses.${key}.slots.${slot}.options.${option}`).text;
    return scene.say('simulations.term', { slot: slotName(scene, slot).text, option: label });
  });
  return said.join(' · ');
}
