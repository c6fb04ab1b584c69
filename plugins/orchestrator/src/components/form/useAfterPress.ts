import { useCallback, useEffect, useRef } from 'react';

/**
 * Gives a function that acts at once, or, while a pointer is pressed, after it has been let go.
 *
 * What appears when a field is left moves what stands below it: a click that leaves the field would miss its button.
 */
export function useAfterPress(): (act: () => void) => void {
  const isPressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
      // The click itself comes after the release.
      setTimeout(() => waiting.current.splice(0).forEach(act => act()));
    };
    const capture = { capture: true };
    document.addEventListener('pointerdown', press, capture);
    document.addEventListener('pointerup', release, capture);
    document.addEventListener('pointercancel', release, capture);
    return () => {
      document.removeEventListener('pointerdown', press, capture);
      document.removeEventListener('pointerup', release, capture);
      document.removeEventListener('pointercancel', release, capture);
    };
  }, []);

  return useCallback(act => {
    if (isPressed.current) waiting.current.push(act);
    else act();
  }, []);
}
