import { dueOf, type Reading } from '../cohorts/timetable/due';
import { newId } from '../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../kernel/language';
import type { ModuleOutline, StepOutline } from '../modules/outlines.service';
import { stepAddress } from '../modules/step-address';
import { cover } from '../web/pictures/cover';
import type { OpenLesson } from './lesson.guard';
import type { LessonText } from './lesson-text.service';

/** views/lessons/lesson.hbs */
export function lessonPage(
  { study, module, lesson }: OpenLesson,
  text: LessonText,
  outline: ModuleOutline,
  done: ReadonlySet<string>,
  reading: Reading,
) {
  const here = outline.steps.findIndex(({ key }) => key === lesson.key);
  const address = (step: StepOutline) => stepAddress(study.enrolmentId, module, step);
  const isDone = ({ key }: StepOutline) => done.has(`step:${module}/${key}`);
  const steps = outline.steps.map((step, index) => ({
    title: step.title.text,
    language: step.title.language,
    direction: directionOf(step.title.language),
    minutes: step.minutes,
    address: address(step),
    current: index === here,
    done: isDone(step),
  }));
  const self = address(outline.steps[here]!);
  return {
    formId: newId(),
    module: {
      title: outline.title.text,
      language: outline.title.language,
      direction: directionOf(outline.title.language),
      picture: cover(module),
    },
    due: dueOf(study, module, reading),
    text,
    original: text.original && LANGUAGE_NAMES[text.original],
    steps,
    number: here + 1,
    count: steps.length,
    minutes: lesson.minutes,
    doneCount: steps.filter((step) => step.done).length,
    minutesLeft: steps.filter((step) => !step.done).reduce((sum, step) => sum + step.minutes, 0),
    track: steps.map((step) => (step.done ? 'd' : step.current ? 'n' : '')),
    previous: steps[here - 1] ?? null,
    next: steps[here + 1] ?? null,
    readAddress: `${self}/read`,
    placeAddress: `${self}/place`,
  };
}
