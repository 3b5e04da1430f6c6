import { compile, write } from '../../src/content/folders/folder';
import { crossCheck } from '../../src/content/folders/cross-check';
import { changed, listed, MODULE, PROGRAMME, QUIZ } from './samples';

const WHOLE = 'certificate: { requires: all }';
const programme = (certificate: string) =>
  compile('programme', changed(PROGRAMME, 'taking-part.yml', WHOLE, `certificate: ${certificate}`));

describe('what is wrong in what a certificate takes', () => {
  it.each([
    ['nothing at all', '{ requires: [] }', ['taking-part.yml:4 too-few']],
    ['no list and not all', '{ requires: most }', ['taking-part.yml:4 bad-value']],
    ['something that is no step', '{ requires: [a/b/c] }', ['taking-part.yml:4 bad-key']],
    ['a step twice', '{ requires: [a/b, a/b] }', ['taking-part.yml:4 duplicate-key']],
    ['more than all percents', '{ requires: all, mark: { least: 101 } }', ['taking-part.yml:4 out-of-range']],
    ['a mark that says nothing', '{ requires: all, mark: {} }', ['taking-part.yml:4 missing-key']],
    ['no months', '{ requires: all, validMonths: 0 }', ['taking-part.yml:4 out-of-range']],
    ['half a month', '{ requires: all, validMonths: 1.5 }', ['taking-part.yml:4 bad-value']],
    ['a wish that nobody knows', '{ requires: all, attendance: 80 }', ['taking-part.yml:4 unknown-key']],
  ])('%s', (_, certificate, problems) => expect(listed(programme(certificate).problems)).toEqual(problems));

  const together = (certificate: string) =>
    listed(
      crossCheck([programme(certificate), compile('module', MODULE), compile('quiz', QUIZ)].flatMap(({ document }) => document ?? [])),
    ).map((line) => line.replace(/^.*:- /, ''));
  it.each([
    ['every step', '{ requires: all }', []],
    ['a whole module', '{ requires: [rough-consensus] }', []],
    ['a step that is not there', '{ requires: [rough-consensus/nothing] }', ['certificate-lacks']],
    ['a debrief of what is not played', '{ requires: all, debrief: [exchange] }', ['certificate-lacks']],
    ['a work that is not asked for', '{ requires: all, reviewed: [report] }', ['certificate-lacks']],
    ['a quiz of somewhere else', '{ requires: all, mark: { least: 90, quiz: other } }', ['certificate-no-quiz']],
    ['a mark below the pass mark', '{ requires: all, mark: { least: 10 } }', ['certificate-mark-low']],
    ['a mark above it', '{ requires: all, mark: { least: 99 } }', []],
  ])('beside the rest of the library: %s', (_, certificate, problems) => expect(together(certificate)).toEqual(problems));
});

it.each([
  '{ requires: all, mark: { least: 80, quiz: rough-consensus }, validMonths: 24 }',
  '{ requires: [rough-consensus/humming, other], debrief: [exchange], reviewed: [report], mark: { least: 75 } }',
])('written down again it says the same: %s', (certificate) => {
  const { document, translations, problems } = programme(certificate);
  expect(listed(problems)).toEqual([]);
  expect(compile('programme', write(document!, translations))).toMatchObject({ document, problems: [] });
});
