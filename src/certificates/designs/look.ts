/** How a certificate's page shows its design. Colours stand in the pictures themselves: a page has no styles of its own. */
import { frame } from '../../web/pictures/frame';
import { rosette } from '../../web/pictures/rosette';
import { type Design, HOUSE_DESIGN } from './design';

/** `pictures`: where those of the design are found, without the ending. */
export function lookOf({ id, colours, logo, signatories }: Design, code: string, pictures: string) {
  const own = id !== HOUSE_DESIGN.id;
  const address = (picture: { id: string } | null) => picture && `${pictures}/${picture.id}.png`;
  return {
    own,
    frame: frame(own ? colours : null),
    rosette: own
      ? rosette(code)
          .replace('<defs>', `<g stroke="${colours.ink}"><defs>`)
          .replace(/<\/svg>$/, '</g></svg>')
      : rosette(code),
    logo: address(logo),
    signatories: signatories.map(({ name, role, picture }) => ({ name, role, picture: address(picture) })),
  };
}
