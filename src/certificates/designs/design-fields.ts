/** A design as fields of a form, and back; and what is wrong with what was typed. */
import { unprintable } from '../printing/coverage';
import { colourProblem, isColour, LEAST_CONTRAST } from './contrast';
import { type Colours, HOUSE_DESIGN, MOST_SIGNATORIES } from './design';

export interface Fields {
  ink: string;
  paper: string;
  logo: string;
  name1: string;
  name2: string;
  name3: string;
  role1: string;
  role2: string;
  role3: string;
  signature1: string;
  signature2: string;
  signature3: string;
}

/** A version as it is kept: pictures by their ids. */
export interface Drawn extends Colours {
  logoId: string | null;
  signatories: { name: string; role: string; pictureId: string | null }[];
}

export interface Wrong {
  field: string;
  key: string;
  details: Record<string, string | number>;
}

export const NUMBERS = [1, 2, 3] as const;

export const HOUSE_DRAWN: Drawn = { ...HOUSE_DESIGN.colours, logoId: null, signatories: [] };

export function fieldsOf({ ink, paper, logoId, signatories }: Drawn): Fields {
  const of = (at: number) => signatories[at] ?? { name: '', role: '', pictureId: null };
  const fields = NUMBERS.map((number) => {
    const { name, role, pictureId } = of(number - 1);
    return { [`name${number}`]: name, [`role${number}`]: role, [`signature${number}`]: pictureId ?? '' };
  });
  return Object.assign({ ink, paper, logo: logoId ?? '' }, ...fields) as Fields;
}

/** Whoever has a name signs; what stands beside no name is left out. */
export function drawnFrom(fields: Fields): Drawn {
  const signatories = NUMBERS.map((number) => ({
    name: fields[`name${number}`],
    role: fields[`role${number}`],
    pictureId: fields[`signature${number}`] || null,
  }));
  return {
    ink: fields.ink.toLowerCase(),
    paper: fields.paper.toLowerCase(),
    logoId: fields.logo || null,
    signatories: signatories.filter(({ name }) => name).slice(0, MOST_SIGNATORIES),
  };
}

export function wrongIn(fields: Fields): Wrong[] {
  const wrong: Wrong[] = [];
  if (isColour(fields.ink) && isColour(fields.paper)) {
    const problem = colourProblem(fields);
    if (problem) {
      const { field, ratio } = problem;
      wrong.push({ field, key: `designs.error.contrast-${field}`, details: { ratio, least: LEAST_CONTRAST } });
    }
  }
  for (const number of NUMBERS) {
    const [name, role] = [fields[`name${number}`], fields[`role${number}`]];
    if (!name && (role || fields[`signature${number}`]))
      wrong.push({ field: `name${number}`, key: 'designs.error.name-missing', details: {} });
    for (const [field, text] of Object.entries({ [`name${number}`]: name, [`role${number}`]: role })) {
      const signs = unprintable(text);
      if (signs.length) wrong.push({ field, key: 'designs.error.unprintable', details: { signs: signs.slice(0, 8).join(' ') } });
    }
  }
  return wrong;
}
