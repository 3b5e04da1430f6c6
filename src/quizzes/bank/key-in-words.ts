/** What counts as right, in words instead of keys; one line for each part. */
import { originalTexts, Written } from '../questions/written';

export function keyInWords(written: Written): string {
  const { structure } = written;
  const texts = originalTexts(written);
  const text = (key: string) => texts[key] ?? '–';
  const option = (key: string) => text(`options.${key}.text`);
  const weighed = (key: string, percent: number) => `${option(key)} (${percent}%)`;
  switch (structure.type) {
    case 'single':
      return [
        option(structure.right),
        ...Object.entries(structure.weights ?? {})
          .filter(([, percent]) => percent)
          .map(([key, percent]) => weighed(key, percent)),
      ].join('\n');
    case 'multiple':
      if (structure.weights)
        return Object.entries(structure.weights)
          .map(([key, percent]) => weighed(key, percent))
          .join('\n');
      return structure.right.map(option).join('\n');
    case 'true-false':
      return structure.right ? '✓' : '✗';
    case 'short-text':
      return structure.answers.map(({ key, percent }) => `${text(`answers.${key}.text`)} (${percent}%)`).join('\n');
    case 'number':
      return [structure, ...(structure.others ?? [])]
        .map((one) => `${one.value}${one.tolerance ? ` ± ${one.tolerance}` : ''}${'percent' in one ? ` (${one.percent}%)` : ''}`)
        .join('\n');
    case 'matching':
      return structure.items.map(({ key, right }) => `${text(`items.${key}.text`)} → ${option(right)}`).join('\n');
    case 'ordering':
      return structure.options.map((key, index) => `${index + 1}. ${option(key)}`).join('\n');
    case 'gap-text':
      return structure.gaps
        .map(
          (gap) => `{{${gap.key}}}: ${gap.typed ? text(`gaps.${gap.key}.answers.1`) : text(`gaps.${gap.key}.options.${gap.right}.text`)}`,
        )
        .join('\n');
    case 'essay':
      return structure.rubric.map(({ key, points }) => `${text(`rubric.${key}.text`)} (${points})`).join('\n');
    case 'description':
      return '';
  }
}
