import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** The ids by which a tab and what it shows know each other. */
export interface TabOfPage {
  readonly tabId: string;
  readonly panelId: string;
}

/**
 * The portal's tab that leads to the page, which names a panel that it leaves to the page to be. Undefined until it is there, and
 * in a portal without tabs.
 */
export function useTabOfPage(): TabOfPage | undefined {
  const { pathname } = useLocation();
  const [tab, setTab] = useState<TabOfPage>();
  useEffect(() => {
    // Tabs are marked in an effect of their own, which may come after this one.
    const frame = requestAnimationFrame(() => setTab(selectedTab()));
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return tab;
}

function selectedTab(): TabOfPage | undefined {
  const tab = document.querySelector('[role=tab][aria-selected=true]');
  const panelId = tab?.getAttribute('aria-controls');
  return tab?.id && panelId ? { tabId: tab.id, panelId } : undefined;
}
