import type { Closed } from '../../cohorts/timetable/openings.service';
import type { PackageDocument } from '../../content/package';
import { scenarioProse } from '../../content/prose/scenario-prose';
import type { ScenarioStructure } from '../../content/scenario';
import type { Words as Wording } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import { stepAddress } from '../../modules/step-address';
import type { Submitted } from '../../web/forms/form.pipe';
import { cover } from '../../web/pictures/cover';
import { tableSymbols } from '../../web/pictures/symbols';
import type { togetherPart } from '../setting/together.view';
import type { SimulationPlace } from '../tables/simulation-step.guard';
import type { SeatedTable } from '../tables/tables.queries';
import type { SeatForm } from './acts.form';
import { signOf, spoken } from './scene.view';

interface Around {
  locked: { address: string } | null;
  /** The module is not open. */
  closed: Closed | null;
  wrong: Submitted<SeatForm> | null;
  /** The tables of their cohort; null where people do not play this together. */
  together: ReturnType<typeof togetherPart>;
}

/** views/simulations/start.hbs: what the role-play is about, how long it takes, which seat to take, and how one's tables ended. */
export function startPage(place: SimulationPlace, document: PackageDocument, wording: Wording, tables: SeatedTable[], around: Around) {
  const scenario = document.structure as ScenarioStructure;
  const setting = wording.text('setting');
  const alone = tables.filter(({ cohortId }) => !cohortId);
  const open = alone.find(({ debriefedAt }) => !debriefedAt);
  const named = (key: string) => (wording.has(key) ? wording.text(key) : { text: '…', language: wording.language, translated: false }); // it was played in an older version
  const roleName = (key: string) => spoken(named(`roles.${key}.name`));
  return {
    formId: newId(),
    symbols: tableSymbols(),
    errors: around.wrong?.errors ?? null,
    title: spoken(wording.text('title')),
    summary: spoken(wording.text('summary')),
    picture: cover(document.slug),
    original: setting.language === wording.language ? null : LANGUAGE_NAMES[setting.language],
    setting: {
      html: scenarioProse(setting.text),
      language: setting.language,
      direction: directionOf(setting.language),
    },
    objectives: scenario.objectives.map((key) => spoken(wording.text(`objectives.${key}`))),
    minutes: scenario.minutes,
    seats: scenario.roles.length,
    preset: scenario.preset,
    locked: around.locked,
    closed: around.closed,
    open: open ? { address: `/tables/${open.id}${open.endedAt ? '/debrief/reactions' : ''}`, role: roleName(open.role) } : null,
    takeAddress: `${stepAddress(place.study.enrolmentId, place.module, { kind: 'simulation', key: place.step })}/tables`,
    solo: scenario.modes.includes('solo'),
    together: around.together,
    again: alone.length > 0,
    roles: scenario.roles
      .filter(({ playable }) => playable)
      .map(({ key, group }) => ({
        key,
        name: roleName(key),
        sign: signOf(group),
        line: spoken(wording.text(`roles.${key}.public`)),
        chosen: around.wrong?.values.role === key,
      })),
    tables: tables
      .filter(({ debriefedAt }) => debriefedAt)
      .map(({ id, number, role, agreed, debriefedAt }) => ({
        number,
        role: role ? roleName(role) : null,
        agreed: Boolean(agreed),
        at: debriefedAt!,
        address: `/tables/${id}/debrief/reactions`,
      })),
  };
}
