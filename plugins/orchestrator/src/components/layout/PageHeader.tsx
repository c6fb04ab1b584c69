import {
  Container,
  Flex,
  Header,
  useBreakpoint,
  type HeaderProps,
} from '@backstage/ui';
import type { ReactNode } from 'react';

/** Props of {@link PageHeader}. */
export interface PageHeaderProps extends Omit<HeaderProps, 'customActions'> {
  /** What can be done with the page as a whole. */
  readonly acts: ReactNode;
}

/** The header of a page. What can be done stands beside the title, on narrow screens below it, where there is room. */
export function PageHeader({ acts, ...header }: PageHeaderProps) {
  const isNarrow = useBreakpoint().down('md');
  const row = (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      {acts}
    </Flex>
  );
  return (
    <>
      <Header {...header} customActions={isNarrow ? undefined : row} />
      {isNarrow && <Container>{row}</Container>}
    </>
  );
}
