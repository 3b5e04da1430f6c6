import { ValidateBy } from 'class-validator';
import { LONGEST_NAME, nameProblem } from '../printed-name';
import { latinProblem } from './latin-name';

const PrintableName = () =>
  ValidateBy({
    name: 'printableName',
    validator: {
      validate: (name: unknown) => typeof name === 'string' && nameProblem(name) === null,
      defaultMessage: (args) => `certificates.error.name.${nameProblem(String(args?.value ?? '')) ?? 'missing'}|max=${LONGEST_NAME}`,
    },
  });

const LatinName = () =>
  ValidateBy({
    name: 'latinName',
    validator: {
      validate: (name: unknown) => typeof name === 'string' && latinProblem(name) === null,
      defaultMessage: (args) => `issuing.error.latin.${latinProblem(String(args?.value ?? '')) ?? 'letters'}|max=${LONGEST_NAME}`,
    },
  });

/** The name as its holder wants it printed, and the same in Latin letters where it is written otherwise. */
export class NameForm {
  @PrintableName()
  name = '';

  @LatinName()
  latinName = '';
}
