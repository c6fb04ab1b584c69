import fs from 'fs';
import path from 'path';

const FIXTURES = path.resolve(__dirname, '../../../../../../shared/fixtures');

/** A definition that comes with the language. */
export interface NamedDefinition {
  readonly name: string;
  readonly text: string;
}

/** The examples of the language; none when they are not beside the project. */
export function readExamples(): readonly NamedDefinition[] {
  return filesOf('dsl-examples');
}

/** The definitions of the conformance kit; none when it is not beside the project. */
export function readConformanceKit(): readonly NamedDefinition[] {
  return filesOf('ctk').flatMap(scenariosOf);
}

function filesOf(folder: string): readonly NamedDefinition[] {
  const directory = path.join(FIXTURES, folder);
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory)
    .sort()
    .map(name => ({
      name,
      text: fs.readFileSync(path.join(directory, name), 'utf8'),
    }));
}

/** The definitions that stand in the scenarios of a feature file. */
function scenariosOf({ name, text }: NamedDefinition) {
  const definitions = text.matchAll(
    /a workflow with definition:\s*"""yaml\n(.*?)"""/gs,
  );
  return [...definitions].map(([, definition], index) => ({
    name: `${name}, scenario ${index + 1}`,
    text: definition,
  }));
}
