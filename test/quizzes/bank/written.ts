import type { Written } from '../../../src/quizzes/questions/written';

/** A question about an exchange point, in English. */
export const EXCHANGE: Written = {
  structure: { key: 'ixp', type: 'single', points: 1, read: null, options: ['a', 'b', 'c'], right: 'b' },
  language: 'en',
  texts: {
    en: {
      stem: 'What does an Internet exchange point do?',
      'options.a.text': 'It sells Internet access to homes',
      'options.b.text': 'It lets networks hand traffic to each other locally',
      'options.c.text': 'It assigns IP addresses',
      feedback: 'Networks that meet locally need not send local traffic abroad.',
    },
  },
  name: 'Exchange points',
  externalId: null,
  tags: ['Peering'],
  category: 'Infrastructure/Exchange',
};

/** The same question with other words or marks. */
export function like(written: Written, changed: Partial<Written>, texts: Record<string, string> = {}): Written {
  return { ...written, texts: { ...written.texts, [written.language]: { ...written.texts[written.language], ...texts } }, ...changed };
}
