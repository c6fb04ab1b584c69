import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  readonly label: string;
  /** The text, or what makes it when it is wanted. */
  readonly text: string | (() => string);
}

/** Puts a text on the clipboard and says so for two seconds. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [, copy] = useCopyToClipboard();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
      onPress={() => {
        copy(typeof text === 'string' ? text : text());
        setCopied(true);
      }}
    >
      {isCopied ? 'Copied' : label}
    </Button>
  );
}
