import { DEBRIEF_STEPS } from '../../../content/scenario';
import { isBlank } from '../../../kernel/text';
import { tableSymbols } from '../../../web/pictures/symbols';
import { type Scene, spoken } from '../../room/scene.view';
import { reasons, unsealedIn } from '../analysis.view';
import type { Played } from '../course';
import { happened } from '../description.view';
import { isOpen } from '../opening';
import { COMMITMENT, questionKeys } from '../questions';
import { boardShown } from './board.view';
import type { BoardNote } from './board-note.entity';
import type { SeatRubric } from './seat-rubric.view';

/** Everything of a debrief that one reader may have. */
export interface OnPaper {
  scene: Scene;
  played: Played;
  /** the table's own name */
  name: string;
  opened: number;
  /** the reader led it, and knows what is sealed */
  team: boolean;
  board: readonly BoardNote[];
  /** what the reader wrote for themselves */
  answers: Readonly<Record<string, string>>;
  rubric: SeatRubric[];
  back: string;
}

/** views/simulations/paper.hbs: the whole debrief on one page, for a printer; of what people wrote for themselves only the reader's own. */
export function paperPage({ scene, played, name, opened, team, board, answers, rubric, back }: OnPaper) {
  const { outcome } = scene.view;
  return {
    symbols: tableSymbols(),
    title: spoken(scene.wording.text('title')),
    name,
    openedAt: new Date(played.events[0]!.at),
    outcome: outcome?.outcome ?? null,
    levels: scene.view.clauses
      .filter(({ key }) => outcome?.levels[key])
      .map(({ key }) => ({ clause: spoken(scene.wording.text(`clauses.${key}.title`)), level: outcome!.levels[key]! })),
    happened: isOpen('description', opened) ? happened(scene, played) : null,
    reasons: isOpen('analysis', opened) ? reasons(scene, played, team || unsealedIn(scene)) : null,
    board: isOpen('description', opened) && board.length ? boardShown(board, '', () => false) : null,
    rubric,
    own: ownWords(scene, answers),
    back,
  };
}

/** The questions that the reader has answered, step by step. */
function ownWords(scene: Scene, answers: OnPaper['answers']) {
  return DEBRIEF_STEPS.flatMap((step) => questionKeys(scene.scenario, step))
    .filter((key) => !isBlank(answers[key] ?? ''))
    .map((key) => ({ said: key === COMMITMENT ? null : spoken(scene.wording.text(`prompts.${key}`)), answer: answers[key]! }));
}
