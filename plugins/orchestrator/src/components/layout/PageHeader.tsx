import {
  Container,
  Flex,
  Header,
  useBreakpoint,
  type HeaderProps,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTabTitle } from './useTabTitle';

/** Props of {@link PageHeader}. */
export interface PageHeaderProps extends Omit<HeaderProps, 'customActions'> {
  readonly title: string;
  /** What the browser's tab says, when that is more than the title. */
  readonly tabTitle?: string;
  /** What can be done with the page as a whole. */
  readonly acts?: ReactNode;
}

/** The header of a page. What can be done stands beside the title, on narrow screens below it, where there is room. */
export function PageHeader(props: PageHeaderProps) {
  const { acts, tabTitle, ...header } = props;
  const isNarrow = useBreakpoint().down('md');
  useTabTitle(tabTitle ?? header.title);
  const row = acts && (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      {acts}
    </Flex>
  );
  return (
    <>
      <Header {...header} customActions={isNarrow ? undefined : row} />
      {isNarrow && row && <Container>{row}</Container>}
    </>
  );
}
