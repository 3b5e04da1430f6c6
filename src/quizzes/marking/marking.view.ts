import { spoken } from '../../content/translation';
import type { OwnChapter } from '../../chapters/chapter-team.guard';
import { newId } from '../../kernel/identifier';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import { textKey } from '../questions/question';
import type { EssayOfTeam } from './essay-of-chapter.guard';
import type { MarkForm } from './marking.form';
import type { QueuedText } from './marking-queue.service';
import type { TextToMark } from './markings.service';
import { criteriaOf, WHOLE_TEXT } from './rubric';

/** views/quizzes/marking.hbs: texts that wait for the team, the oldest first; whose they are stands there only when somebody wants to see it. */
export function markingPage(
  { chapter }: OwnChapter,
  { waiting, marked }: { waiting: readonly QueuedText[]; marked: readonly QueuedText[] },
  names: boolean,
  viewer: Viewer,
) {
  const address = `/chapters/${chapter.slug}`;
  const row = (text: QueuedText, index: number) => ({
    number: index + 1,
    address: `${address}/marking/${text.attemptId}/${text.question}${names ? '?names=shown' : ''}`,
    name: names ? text.name : null,
    quiz: spoken(text.quiz),
    stem: spoken(text.stem),
    handedInAt: text.handedInAt,
    own: text.personId === viewer.id,
  });
  return {
    chapter: { name: chapter.name, address },
    names,
    otherAddress: names ? `${address}/marking` : `${address}/marking?names=shown`,
    waiting: waiting.map(row),
    marked: marked.map(row),
  };
}

/** views/quizzes/text.hbs: one text, what it is looked at for, and the form to mark it. */
export function textPage(
  { chapter, attempt, question }: EssayOfTeam,
  { words, text, mark }: TextToMark,
  names: boolean,
  viewer: Viewer,
  given: MarkForm | null = null,
  errors: FormError[] = [],
) {
  const list = `/chapters/${chapter.slug}/marking`;
  const value = (key: string) => given?.points[key] ?? (mark ? String(mark.points[key] ?? '') : '');
  return {
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    listAddress: names ? `${list}?names=shown` : list,
    quiz: spoken(words.text('title')),
    stem: spoken(words.text(textKey(question, 'stem'))),
    name: names ? attempt.name : null,
    own: attempt.personId === viewer.id,
    paragraphs: text.split(/\n+/).filter(Boolean),
    handedInAt: attempt.handedInAt,
    action: `${list}/${attempt.attemptId}/${question.key}`,
    version: given?.version ?? String(mark?.version ?? 0),
    criteria: criteriaOf(question).map(({ key, points }) => ({
      key,
      field: `points-${key}`,
      most: points,
      text: key === WHOLE_TEXT && !question.rubric.length ? null : spoken(words.text(textKey(question, `rubric.${key}.text`))),
      value: value(key),
    })),
    comment: given?.comment ?? mark?.comment ?? '',
    marked: mark !== null,
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two people marked the same text; the one who was second decides. */
export function markConflict({ chapter, attempt, question }: EssayOfTeam, mine: MarkForm, { words, mark }: TextToMark) {
  const list = `/chapters/${chapter.slug}/marking`;
  const address = `${list}/${attempt.attemptId}/${question.key}`;
  const points = criteriaOf(question).map(({ key }) => ({
    name: `points.${key}`,
    label: 'analysis.marking.points-label',
    of: question.rubric.length ? words.text(textKey(question, `rubric.${key}.text`)).text : null,
    mine: mine.points[key] ?? '',
    theirs: String(mark?.points[key] ?? ''),
  }));
  return conflictPage({
    title: 'analysis.marking.conflict',
    back: address,
    action: address,
    version: mark?.version ?? 0,
    formId: newId(),
    fields: [...points, { name: 'comment', label: 'analysis.marking.comment', mine: mine.comment, theirs: mark?.comment ?? '' }],
  });
}
