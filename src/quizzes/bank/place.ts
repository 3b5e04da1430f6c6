/** Where a bank is, and what its pages say about whose it is. */

interface Owner {
  chapter: { id: string; slug: string; name: string } | null;
}

export function addressOf({ chapter }: Owner): string {
  return chapter ? `/chapters/${chapter.slug}/questions` : '/questions';
}

export function placeOf(bank: Owner) {
  const { chapter } = bank;
  return { chapter: chapter && { name: chapter.name, address: `/chapters/${chapter.slug}` }, bankAddress: addressOf(bank) };
}

export function authorIn({ chapter }: Owner, personId: string) {
  return { chapterId: chapter?.id ?? null, personId };
}
