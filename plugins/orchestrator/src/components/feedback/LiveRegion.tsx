import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useState } from 'react';

/** Props of {@link LiveRegion}. */
export interface LiveRegionProps {
  /** What is so now. */
  readonly message: string;
  /** Whether it cannot wait. */
  readonly isUrgent?: boolean;
}

const QUIET_MS = 5000;

/** Tells screen readers what has changed: urgent news at once, the rest at most every five seconds. */
export function LiveRegion({ message, isUrgent = false }: LiveRegionProps) {
  const [said, setSaid] = useState({ message, at: 0 });
  useEffect(() => {
    if (message === said.message) return undefined;
    const wait = isUrgent ? 0 : Math.max(0, said.at + QUIET_MS - Date.now());
    const timer = setTimeout(() => setSaid({ message, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [message, isUrgent, said]);
  return (
    <VisuallyHidden role="status" aria-live={isUrgent ? 'assertive' : 'polite'}>
      {said.message}
    </VisuallyHidden>
  );
}
