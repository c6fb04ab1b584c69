import { Box, Select } from '@backstage/ui';
import { TIME_STYLES, useTimeStyle, type TimeStyle } from './useTimeStyle';

const labels: Readonly<Record<TimeStyle, string>> = {
  relative: 'Times ago',
  local: 'Local times',
  utc: 'Times in UTC',
};

const options = TIME_STYLES.map(id => ({ id, label: labels[id] }));

/** Lets the person choose how all pages write times. */
export function TimeSwitch() {
  const [style, choose] = useTimeStyle();
  return (
    <Box width="9.5rem">
      <Select
        aria-label="How times are written"
        size="small"
        options={options}
        selectedKey={style}
        onSelectionChange={key =>
          choose(TIME_STYLES.find(one => one === key) ?? 'relative')
        }
      />
    </Box>
  );
}
