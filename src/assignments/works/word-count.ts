/** How many words a text has, in languages with and without spaces between them. */
const segmenters = new Map<string, Intl.Segmenter>();

export function wordCount(text: string, language: string): number {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}
