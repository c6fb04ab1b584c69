const FOCUSABLE = 'input, select, textarea, button, [tabindex="0"]';

/** Moves the focus into the form field with this id; does nothing when it is not on the page. */
export function focusField(id: string): void {
  const field =
    document.getElementById(id) ?? document.getElementsByName(id)[0];
  const target = field?.matches(FOCUSABLE)
    ? field
    : field?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}
