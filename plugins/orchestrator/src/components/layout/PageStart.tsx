import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react';
import styles from './pages.module.css';

const Start = createContext<RefObject<HTMLElement>>({ current: null });

/** Pages with a place at their start that can take the focus. */
export function WithPageStart({ children }: { readonly children: ReactNode }) {
  const start = useRef<HTMLSpanElement>(null);
  return (
    <Start.Provider value={start}>
      <span ref={start} className={styles.start} tabIndex={-1} />
      {children}
    </Start.Provider>
  );
}

/** What has closed gives the focus back first. */
const CLOSING_MS = 50;

/**
 * Has the page go on at its start for those who use the keyboard, once something goes that they have just used; without this the
 * whole portal would begin anew for them. Not when something else has the focus by then.
 */
export function useStartWhenGone(isUsed: boolean): void {
  const start = useContext(Start);
  const wasUsed = useRef(isUsed);
  wasUsed.current = isUsed;
  useEffect(
    () => () => {
      if (!wasUsed.current) return;
      setTimeout(() => {
        const isLost = document.activeElement === document.body;
        if (isLost) start.current?.focus({ preventScroll: true });
      }, CLOSING_MS);
    },
    [start],
  );
}
