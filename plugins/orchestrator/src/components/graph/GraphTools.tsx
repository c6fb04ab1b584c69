import { Button, ButtonIcon, Flex, SearchField, Text } from '@backstage/ui';
import { RiAddLine, RiSubtractLine } from '@remixicon/react';
import { useState } from 'react';

/** Props of {@link GraphTools}. */
export interface GraphToolsProps {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
  /** Goes to the next task with the text in its name; tells whether there is one. */
  readonly onFind: (text: string) => boolean;
}

const STEP = 1.25;

/** Finds a task in the graph, and makes the graph larger and smaller. */
export function GraphTools({ zoom, onZoom, onFit, onFind }: GraphToolsProps) {
  const [isMissing, setMissing] = useState(false);
  return (
    <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
      <SearchField
        aria-label="Find a task"
        placeholder="Find a task"
        size="small"
        style={{ maxWidth: '16rem' }}
        onSubmit={text => setMissing(!onFind(text))}
        onClear={() => {
          onFind('');
          setMissing(false);
        }}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label="Smaller"
        icon={<RiSubtractLine />}
        onPress={() => onZoom(Math.max(0.3, zoom / STEP))}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label="Larger"
        icon={<RiAddLine />}
        onPress={() => onZoom(Math.min(2, zoom * STEP))}
      />
      <Button size="small" variant="secondary" onPress={onFit}>
        Fit
      </Button>
      <Text variant="body-small" color="secondary" role="status">
        {isMissing ? 'No task has such a name' : `${Math.round(zoom * 100)} %`}
      </Text>
    </Flex>
  );
}
