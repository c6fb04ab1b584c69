import { Text } from '@backstage/ui';
import { ActButton, type ActButtonProps } from './ActButton';

type Request = Readonly<Record<never, never>>;

/** Props of {@link PlainActButton}. */
export interface PlainActButtonProps
  extends Omit<ActButtonProps<Request>, 'request' | 'children'> {
  /** What will happen. */
  readonly consequence: string;
}

const noRequest: Request = {};

/** An act of which nothing is to be chosen: who asks for it reads what will happen, and does it or leaves it. */
export function PlainActButton({ consequence, ...act }: PlainActButtonProps) {
  return (
    <ActButton {...act} request={noRequest}>
      <Text as="p">{consequence}</Text>
    </ActButton>
  );
}
