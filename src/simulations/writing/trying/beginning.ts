/** A table of a draft at its beginning, as one pair of eyes would see it; nothing of it is kept. What is not written yet is simply not there. */
import type { ScenarioStructure, TableMode } from '../../../content/scenario';
import { overlay, type Words } from '../../../content/translation';
import type { Language } from '../../../kernel/language';
import type { Command } from '../../engine/commands';
import { initial } from '../../engine/initial';
import { isRefused } from '../../engine/refusing';
import type { TableView } from '../../engine/table-view';
import { view } from '../../engine/view';
import type { Viewer } from '../../engine/viewer';
import { appended, type Log } from '../../solo/log';
import { type Draft, documentOf } from '../draft';

/** With people, where the scenario is for people. */
const PREFERRED: TableMode[] = ['live', 'async', 'solo'];

/** Everybody sits in their seats and has the briefing before them. Nothing can be done there. */
export function beginning(structure: ScenarioStructure, viewer: Viewer): TableView {
  const scenario = playable(structure);
  const mode = PREFERRED.find((one) => scenario.modes.includes(one))!;
  const role = typeof viewer === 'string' ? null : viewer.seat;
  const commands: Command[] = [
    { do: 'open-table', mode, scenario: '', hash: '', seed: '' },
    ...scenario.roles.map(({ key }, at): Command => {
      const script = mode === 'solo' && key !== role;
      return { do: 'take-seat', role: key, holder: script ? { kind: 'script' } : { kind: 'person', person: `p${at + 1}` } };
    }),
  ];
  const { state, events } = commands.reduce<Log>(
    (log, command) => {
      const after = appended(log, command, 'machine', 0);
      return isRefused(after) ? log : after; // a seat that a draft has no script for stays empty
    },
    { scenario, events: [], state: initial(scenario) },
  );
  return { ...view(state, events, viewer, scenario), can: [] };
}

/** The same with what no table can begin without. */
export function playable(structure: ScenarioStructure): ScenarioStructure {
  const { modes, phases } = structure;
  return {
    ...structure,
    modes: modes.length ? modes : ['live'],
    phases: phases.length ? phases : [{ key: 'prebrief', kind: 'prebrief', live: null, async: null }],
  };
}

/** The words of a draft; for those that are missing stands `missing`, which is in the reader's language. */
export function draftWords(draft: Draft, language: Language, missing: string): Words {
  const words = overlay(documentOf(draft), null, language);
  return { ...words, text: (key) => (words.has(key) ? words.text(key) : { text: missing, language, translated: false }) };
}
