/** Questions of a bank as a file, in each of the formats; and what each cannot carry. */
import { writeBankFile } from '../formats/bank-file';
import { fromBank } from '../formats/from-bank';
import { writeGift } from '../formats/gift-writer';
import type { Loss, LossKey } from '../formats/losses';
import { writeMoodle } from '../formats/moodle-writer';
import { writeQti } from '../formats/qti-writer';
import type { Written } from '../questions/written';
import type { ExportFormat } from './choice';

export interface QuestionFile {
  content: string | Uint8Array;
  type: string;
  ending: string;
  losses: Loss[];
}

/** A question without an id of its own goes out with the end of the bank's, by which it is known when it comes back. */
export function named(written: Written): Written {
  return { ...written, externalId: written.externalId ?? written.structure.key };
}

export function fileOf(format: ExportFormat, writtens: readonly Written[]): QuestionFile {
  const all = writtens.map(named);
  if (format === 'yaml') return { content: writeBankFile(all), type: 'application/yaml; charset=utf-8', ending: 'yml', losses: [] };
  const { questions, losses } = fromBank(all);
  if (format === 'qti') {
    const { bytes, losses: more } = writeQti(questions);
    return { content: bytes, type: 'application/zip', ending: 'zip', losses: [...losses, ...more] };
  }
  const { text, losses: more } = format === 'gift' ? writeGift(questions) : writeMoodle(questions);
  const type = format === 'gift' ? 'text/plain; charset=utf-8' : 'application/xml; charset=utf-8';
  return { content: text, type, ending: format === 'gift' ? 'gift' : 'xml', losses: [...losses, ...more] };
}

/** Losses by kind, with the first few questions of each. */
export function summedUp(losses: readonly Loss[]): { key: LossKey; count: number; names: string[] }[] {
  const kinds = [...new Set(losses.map(({ key }) => key))];
  return kinds.map((key) => {
    const names = losses.filter((loss) => loss.key === key).map(({ name }) => name);
    return { key, count: names.length, names: names.slice(0, 3) };
  });
}
