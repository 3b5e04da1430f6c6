/** What can be said of a scenario only with its words: whether the briefing can be read in its time, and whether facts have their sources. */
import { Language } from '../../kernel/language';
import { wordsIn } from '../../kernel/text';
import { ScenarioStructure } from '../scenario';
import { OpenedFiles } from './opened';

const WORDS_A_MINUTE = 200;

export function lintWords(
  opened: OpenedFiles,
  structure: ScenarioStructure,
  language: Language,
  texts: Readonly<Record<string, string>>,
): void {
  if (Object.hasOwn(texts, 'reality') && structure.sources === 0) {
    opened.sheet(`${language}/reality.md`).note('content.problem.reality-without-sources', null);
  }
  lintBriefing(opened, structure, language, texts);
}

/** Everybody reads the setting, who is at the table, and a brief of their own. */
function lintBriefing(
  opened: OpenedFiles,
  { roles, phases }: ScenarioStructure,
  language: Language,
  texts: Readonly<Record<string, string>>,
): void {
  const minutes = phases.find(({ kind }) => kind === 'prebrief')?.live?.minutes;
  if (minutes === undefined) return;
  const count = (key: string) => wordsIn(texts[key] ?? '', language);
  const everybody = count('setting') + roles.reduce((sum, { key }) => sum + count(`roles.${key}.public`), 0);
  for (const { key } of roles) {
    const words = everybody + count(`roles.${key}.brief`);
    const details = { words, most: minutes * WORDS_A_MINUTE, minutes };
    if (words > details.most) opened.sheet(`${language}/briefs/${key}.md`).note('content.problem.long-briefing', null, details);
  }
}
