/** How a scripted stakeholder moves: red lines first, then the rules of its script, then what the text is worth to it. The same sight, the same move. */
import type { Sight } from './sight';
import { outlook } from './mind';
import type { Mind, Outlook } from './mind';
import { grievances, objecting } from './objecting';
import { proposing } from './proposing';
import { answeringObjections, answeringPackages, seconding } from './replying';
import { ruleFor } from './rules';
import { standing } from './standing';
import { step } from './step';
import type { Step } from './step';

/** What it brings to a move beside its sight of the table. */
export interface Memory {
  /** keys of its rules that have had their turn */
  fired: ReadonlySet<string>;
  /** by written objection: the arguments that stand in the scenario for anybody to use */
  arguments: ReadonlyMap<string, readonly string[]>;
}

/** `restating`: others have just moved, and it only says what it thinks of that and where it stands now. */
export function move(view: Sight, mind: Mind, memory: Memory, restating = false): Step[] {
  const look = outlook(view, mind, memory.fired);
  const { kind } = view.phase;
  if (kind === 'opening') return restating ? [] : [...proposing(look), ...writing(look)];
  if (kind !== 'round' && kind !== 'last-reading' && kind !== 'call') return [];
  const replies = [...taking(look), ...answeringObjections(look, memory.arguments)];
  if (kind !== 'round') return replies;
  const initiative = restating ? [] : [...proposing(look), ...writing(look)];
  // A package that its answer completes changes the text, so that answer comes last.
  return [...replies, ...seconding(look), ...initiative, ...answeringPackages(look)];
}

function taking(look: Outlook): Step[] {
  const held = grievances(look);
  const rule = ruleFor(look, ['stance']);
  return [...objecting(look, held), ...standing(look, held, rule && { rule: rule.key, stance: rule.do.stance })];
}

/** At most one private message at a time. */
function writing(look: Outlook): Step[] {
  const rule = ruleFor(look, ['message']);
  const words = rule && { key: `say.${rule.do.words}` };
  return rule && words ? [step({ do: 'send-message', to: [rule.do.to], words }, 'rule', rule.key, look)] : [];
}
