import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';

/** Props of {@link DownloadButton}. */
export interface DownloadButtonProps {
  readonly fileName: string;
  /** What the file is to have, made when it is wanted. */
  readonly text: () => string;
}

/** Saves a text as a file. */
export function DownloadButton({ fileName, text }: DownloadButtonProps) {
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiDownloadLine aria-hidden="true" />}
      onPress={() => save(fileName, text())}
    >
      Download
    </Button>
  );
}

function save(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
