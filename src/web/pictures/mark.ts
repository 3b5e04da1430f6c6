/** The mark of Chapterhouse: eight seats round a table, one of them yours. Size in pixels. Decoration: the name stands beside it. */
export function mark(size = 28): string {
  const seats = '<circle r="10" stroke-dasharray="5.7 2.2" transform="rotate(-68)"/>';
  const yours = '<circle class="k" r="10" stroke-dasharray="5.7 99" transform="rotate(-68)"/>';
  return `<svg class="mark" viewBox="-13 -13 26 26" width="${size}" height="${size}" aria-hidden="true"><circle class="t" r="4.2"/>${seats}${yours}</svg>`;
}
