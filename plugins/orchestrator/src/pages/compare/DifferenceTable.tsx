import { Text } from '@backstage/ui';
import type {
  InstanceComparison,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { ScrollTable } from '../../components/layout/ScrollTable';

/** Props of {@link DifferenceTable}. */
export interface DifferenceTableProps {
  /** What the values are: "Input". */
  readonly name: string;
  readonly differences: InstanceComparison['input'];
}

const SHOWN = 100;
const LONG = 300;

/** The places where two values differ, with what stands there. */
export function DifferenceTable({ name, differences }: DifferenceTableProps) {
  if (differences.length === 0) {
    return <Text color="secondary">Both are the same.</Text>;
  }
  const left = differences.length - SHOWN;
  return (
    <>
      <ScrollTable
        caption={`${name}: where the runs differ`}
        columns={['Where', 'First run', 'Second run']}
      >
        {differences.slice(0, SHOWN).map(({ pointer, a, b }) => (
          <tr key={pointer}>
            <th scope="row">
              <code>{pointer || '(all of it)'}</code>
            </th>
            <td>{valueText(a)}</td>
            <td>{valueText(b)}</td>
          </tr>
        ))}
      </ScrollTable>
      {left > 0 && (
        <Text as="p" color="secondary">{`and ${left} more places`}</Text>
      )}
    </>
  );
}

function valueText(value: Json | undefined) {
  if (value === undefined) return <Text color="secondary">not there</Text>;
  const text = JSON.stringify(value);
  return (
    <code title={text}>
      {text.length > LONG ? `${text.slice(0, LONG)}…` : text}
    </code>
  );
}
