import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ErrorAlert } from '../../../components/feedback/ErrorAlert';

/** Props of {@link SaveViewDialog}. */
export interface SaveViewDialogProps {
  /** Names that there are: to use one again replaces its view. */
  readonly names: readonly string[];
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

const LONGEST = 60;

/** Asks for the name under which the filters in force are to be kept. */
export function SaveViewDialog(props: SaveViewDialogProps) {
  const { names, onSave, onClose } = props;
  const [text, setText] = useState('');
  const name = text.trim();
  const saving = useMutation({
    mutationFn: () => onSave(name),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name && !saving.isPending) saving.mutate();
  };
  return (
    <Dialog isOpen width={420} onOpenChange={isOpen => !isOpen && onClose()}>
      <form onSubmit={submit}>
        <DialogHeader>Save this view</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <TextField
              label="Name"
              description={
                names.includes(name)
                  ? 'There is a view of this name: it is replaced.'
                  : 'The filters of the list are kept under this name.'
              }
              // eslint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
              autoFocus
              maxLength={LONGEST}
              value={text}
              onChange={setText}
            />
            {saving.error && (
              <ErrorAlert
                title="The view could not be saved"
                error={saving.error}
              />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            Back
          </Button>
          <Button type="submit" isDisabled={!name} isPending={saving.isPending}>
            Save
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
