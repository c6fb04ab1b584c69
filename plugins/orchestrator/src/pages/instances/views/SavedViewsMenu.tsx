import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiBookmarkLine,
  RiCheckLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { SaveViewDialog } from './SaveViewDialog';
import { useSavedViews } from './useSavedViews';

/** Props of {@link SavedViewsMenu}. */
export interface SavedViewsMenuProps {
  /** Which list they are of. */
  readonly list: string;
}

/** The views that the person has saved of a list: to go to one, to save the filters in force as one, to delete it. */
export function SavedViewsMenu({ list }: SavedViewsMenuProps) {
  const { views, save, remove } = useSavedViews(list);
  const [params, setParams] = useSearchParams();
  const [isSaving, setSaving] = useState(false);
  const query = queryOf(params);
  const current = views.find(view => view.query === query);
  return (
    <>
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiBookmarkLine aria-hidden="true" />}
          iconEnd={<RiArrowDownSLine aria-hidden="true" />}
        >
          {current?.name ?? 'Views'}
        </Button>
        <Menu aria-label="Views">
          {views.map(view => (
            <MenuItem
              key={view.name}
              iconStart={view === current && <RiCheckLine aria-hidden="true" />}
              onAction={() => setParams(view.query)}
            >
              {view.name}
            </MenuItem>
          ))}
          {views.length > 0 && <MenuSeparator />}
          <MenuItem onAction={() => setSaving(true)}>Save this view…</MenuItem>
          {current && (
            <MenuItem color="danger" onAction={() => remove(current.name)}>
              {`Delete “${current.name}”`}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {isSaving && (
        <SaveViewDialog
          names={views.map(({ name }) => name)}
          onSave={name => save({ name, query })}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

/** The filters of the address, in an order of their own. */
function queryOf(params: URLSearchParams): string {
  const filters = new URLSearchParams(params);
  filters.delete('page');
  filters.sort();
  return filters.toString();
}
