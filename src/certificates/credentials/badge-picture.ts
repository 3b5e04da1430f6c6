/** The picture of an achievement: its own rosette on a plate, in the colours of the house, as a drawing that stands alone. */
import { rosette } from '../../web/pictures/rosette';
import type { AchievementVersion } from './achievement';

const [PAPER, INK, MARIGOLD] = ['#fffdf9', '#2138b4', '#ffc53d'];

export function badgePicture({ slug, version }: Pick<AchievementVersion, 'slug' | 'version'>): string {
  const mark = rosette(`${slug} ${version}`, { id: 'r' }).replace(
    '<svg class="ros" width="200" height="200"',
    '<svg x="50" y="50" width="300" height="300"',
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400" color="${INK}">` +
    `<circle cx="200" cy="200" r="196" fill="${PAPER}" stroke="${INK}" stroke-width="4"/>` +
    `<circle cx="200" cy="200" r="180" fill="none" stroke="${MARIGOLD}" stroke-width="12"/>${mark}</svg>`
  );
}
