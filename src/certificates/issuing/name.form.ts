import { ValidateBy } from 'class-validator';
import { LONGEST_NAME, nameProblem } from '../printed-name';

const PrintableName = () =>
  ValidateBy({
    name: 'printableName',
    validator: {
      validate: (name: unknown) => typeof name === 'string' && nameProblem(name) === null,
      defaultMessage: (args) => `certificates.error.name.${nameProblem(String(args?.value ?? '')) ?? 'missing'}|max=${LONGEST_NAME}`,
    },
  });

/** The name as its holder wants it printed. */
export class NameForm {
  @PrintableName()
  name = '';
}
