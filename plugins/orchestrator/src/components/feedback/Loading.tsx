import { Skeleton } from '@backstage/ui';
import styles from './Loading.module.css';

/** Props of {@link Loading}. */
export interface LoadingProps {
  /** About as high as what comes, in pixels, so that nothing moves when it does. */
  readonly height: number;
  /** In pixels. Default: all there is. */
  readonly width?: number;
}

/** Keeps the place of what is being loaded. */
export function Loading({ height, width }: LoadingProps) {
  return (
    <Skeleton
      className={styles.loading}
      width={width ?? '100%'}
      height={height}
      aria-busy="true"
    />
  );
}
