import { type Words, spoken } from '../../content/translation';
import type { Assignment } from '../assignment';
import { FORMATS } from '../files/file-kinds';
import { isOf } from '../files/files.service';
import type { WorkFile } from '../files/work-file.entity';
import { type Levels, mark, medianMark } from '../marking';
import type { History } from '../works/histories.service';
import type { GivenReview } from './reviews.queries';

/** The criteria as they are read, and chosen from. */
export function criteriaRows({ criteria }: Assignment, words: Words, chosen: Levels = {}) {
  return criteria.map(({ key, levels }) => ({
    field: `levels.${key}`,
    name: spoken(words.text(`criteria.${key}.name`)),
    levels: levels.map((level) => ({
      key: level.key,
      points: level.points,
      text: spoken(words.text(`criteria.${key}.levels.${level.key}`)),
      chosen: chosen[key] === level.key,
    })),
  }));
}

/** A file in a list; to those who may not know whose it is, without its name. */
export function fileRow(file: Pick<WorkFile, 'id' | 'name' | 'format' | 'size'>, address: string, number: number | null = null) {
  const ending = FORMATS[file.format].endings[0]!;
  return { id: file.id, name: number === null ? file.name : null, number, ending, size: file.size, address: `${address}/files/${file.id}` };
}

/** What was said about a work: criterion by criterion, and in words. */
export function reviewRow({ criteria, passMark }: Assignment, words: Words, review: GivenReview) {
  const { points, most } = mark(criteria, review.levels, passMark);
  const level = (key: string) => {
    const chosen = review.levels[key]!;
    return { name: spoken(words.text(`criteria.${key}.name`)), text: spoken(words.text(`criteria.${key}.levels.${chosen}`)) };
  };
  return {
    peer: review.peer,
    verdict: review.verdict,
    reviewer: review.reviewer,
    givenAt: review.givenAt,
    comment: review.comment,
    points,
    most,
    criteria: criteria.map(({ key }) => level(key)),
  };
}

/** The versions of a work, the newest first, each with its files and what was said about it. */
export function versionRows(task: Assignment, words: Words, { versions, files, reviews }: History, address: string) {
  return versions.toReversed().map((version, at) => {
    const said = reviews.filter(({ number }) => number === version.number);
    const peers = said.filter(({ peer }) => peer);
    return {
      number: version.number,
      newest: at === 0,
      text: version.text,
      links: version.links,
      handedInAt: version.handedInAt,
      files: files.filter(isOf(version.number)).map((file) => fileRow(file, address)),
      reviews: said.map((review) => reviewRow(task, words, review)),
      median: peers.length
        ? medianMark(
            task.criteria,
            peers.map(({ levels }) => levels),
            task.passMark,
          )
        : null,
    };
  });
}
